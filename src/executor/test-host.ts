import { setExecutor } from "./executor";
import type { FrameInfo, Host } from "./host";
import { LocalPool } from "./local-pool";
import type { Phase } from "./phase";
import { quote } from "./quote";
import { Runtime } from "./runtime";
import type { Task } from "./task";

// Taken here, before a test replaces the timers by fake ones.
const { setImmediate } = globalThis;

export interface TestHostOptions {
  /** By default 60. */
  readonly framesPerSecond?: number | undefined;
  /** Milliseconds that one drain may spend on ready tasks. By default 2. */
  readonly frameBudget?: number | undefined;
  /** Whether the runtime turns the event loop. By default true. */
  readonly io?: boolean | undefined;
  /** Whether the runtime keeps timers. By default true. */
  readonly time?: boolean | undefined;
}

export interface ReportedError {
  readonly error: unknown;
  /** The task that failed; undefined for a failing listener. */
  readonly task: Task | undefined;
}

/**
 * A game without an engine, for tests: frames and seconds pass only when the test says so,
 * and always in the same way. It installs an executor and enters a runtime of its own.
 *
 * When to use: to test a game's logic with any test runner. Make one for each test, with
 * `await using`, or call `terminate()` at its end.
 *
 * @example
 * await using host = new TestHost();
 * const bomb = spawn(async () => { await sleep(3); return "boom"; });
 * await host.advance(2.9);
 * expect(bomb.state).toBe("running");
 * await host.advance(0.2);
 * expect(await bomb).toBe("boom");
 */
export class TestHost implements Host, AsyncDisposable {
  readonly pool: LocalPool;
  readonly runtime: Runtime;
  /** What was warned of, in order. */
  readonly warnings: string[] = [];
  /** Failures that nobody handled, in order. */
  readonly errors: ReportedError[] = [];
  /** How often the event loop was turned. */
  ioTurns = 0;
  timeScale = 1;
  /** @internal Set by tests of the executor itself. */
  wantPhase?: (phase: Phase) => void;

  readonly #entered: Disposable;
  readonly #frameSeconds: number;
  #now = 0;
  #isPaused = false;

  constructor(options: TestHostOptions = {}) {
    const { framesPerSecond = 60, frameBudget, io = true, time = true } = options;
    if (!(framesPerSecond > 0 && Number.isFinite(framesPerSecond))) {
      throw new RangeError(
        `framesPerSecond needs a number above 0, but got ${quote(framesPerSecond)}`,
      );
    }
    this.#frameSeconds = 1 / framesPerSecond;
    this.pool = new LocalPool({ frameBudget });
    const builder = Runtime.builder();
    if (io) builder.enableIo();
    if (time) builder.enableTime();
    this.runtime = builder.build(this, this.pool);
    this.#entered = this.runtime.enter();
    setExecutor(this.pool);
  }

  get isPaused(): boolean {
    return this.#isPaused;
  }

  /** Stops the clocks that stop with pause. Frames go on. */
  pause(): void {
    this.#isPaused = true;
  }

  unpause(): void {
    this.#isPaused = false;
  }

  /** Lets `count` frames pass, each with its process and its late drain. */
  async advanceFrames(count = 1): Promise<void> {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(
        `advanceFrames(count) needs a whole number, 0 or more, but got ${quote(count)}`,
      );
    }
    for (let i = 0; i < count; i++) {
      this.#now += this.#frameSeconds * 1000;
      await this.turn("process");
      await this.turn("late");
    }
  }

  /** Lets as many frames pass as fit in `seconds` of real time, one more for what is left. */
  async advance(seconds: number): Promise<void> {
    if (typeof seconds !== "number" || !(seconds >= 0 && Number.isFinite(seconds))) {
      throw new RangeError(
        `advance(seconds) needs a number of seconds, 0 or more, but got ${quote(seconds)}`,
      );
    }
    await this.advanceFrames(Math.ceil(seconds / this.#frameSeconds - 1e-6));
  }

  /** Runs one drain, for tests of what happens between the drains of a frame. */
  async turn(phase: Phase): Promise<void> {
    const { runtime } = this;
    await flush();
    for (let more = runtime.beginTurn(phase, this.#frame()); more; more = runtime.step()) {
      await flush();
    }
  }

  /** Lets real time pass within a task, as if it had worked so long. */
  spend(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** Cancels all tasks, lets their cleanups run, and leaves the runtime. */
  async terminate(reason?: unknown): Promise<void> {
    const { runtime } = this;
    runtime.beginTermination(reason);
    await flush();
    while (!runtime.isTerminationOver) {
      this.#now += this.#frameSeconds * 1000;
      for (const phase of runtime.usedPhases()) await this.turn(phase);
    }
    runtime.finishTermination();
    this.#entered[Symbol.dispose]();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.terminate();
  }

  now(): number {
    return this.#now;
  }

  turnIo(): void {
    this.ioTurns++;
  }

  reportError(error: unknown, task?: Task): void {
    this.errors.push({ error, task });
  }

  warn(message: string): void {
    this.warnings.push(message);
  }

  #frame(): FrameInfo {
    const { timeScale } = this;
    return { delta: this.#frameSeconds * timeScale, timeScale, paused: this.#isPaused };
  }
}

/** Lets all microtasks run, and the event loop turn. */
function flush(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
