import { setExecutor } from "./executor";
import type { FrameInfo, Host } from "./host";
import { leftoverError, type ReportedError } from "./leftover-error";
import { LocalPool } from "./local-pool";
import type { LocalFuture } from "./local-spawn";
import type { Phase } from "./phase";
import { quote } from "./quote";
import { Runtime } from "./runtime";
import { seededRandom } from "./seeded-random";
import type { Task } from "./task";
import { testTimeline } from "./test-timeline";
import { type Wake, type WakeLog, WakeReplay, wakeOf } from "./wake-log";

// Taken here, before a test replaces the timers by fake ones.
const { setImmediate } = globalThis;

export interface TestHostOptions {
  /** By default 60. */
  readonly framesPerSecond?: number | undefined;
  /** By default 60. */
  readonly physicsTicksPerSecond?: number | undefined;
  /** Milliseconds that one drain may spend on ready tasks. By default 2. */
  readonly frameBudget?: number | undefined;
  /** Whether the runtime turns the event loop. By default true. */
  readonly io?: boolean | undefined;
  /** Whether the runtime keeps timers. By default true. */
  readonly time?: boolean | undefined;
  /**
   * A whole number: tasks that are ready in the same drain, at the same priority, go on in a random
   * order, the same for the same seed. By default first in, first out.
   */
  readonly seed?: number | undefined;
  /** Whether to keep a {@link TestHost.wakeLog}. By default false. */
  readonly record?: boolean | undefined;
  /**
   * The {@link TestHost.wakeLog} of an earlier run: with its seed, and failing with a
   * {@link WakeOrderError} where tasks go on in another order.
   */
  readonly replay?: WakeLog | undefined;
}

/**
 * A game without an engine, for tests: frames, physics ticks and seconds pass only when the test says
 * so, and always in the same way. It installs an executor and enters a runtime of its own.
 *
 * When to use: to test a game's logic with any test runner. Make one for each test, and close it after:
 * then a test that leaves a task, a wait, or a failure that nobody has looked at, fails with a
 * {@link LeftoverError} that names them. Where that isn't wanted, `terminate()` it instead.
 *
 * @example
 * let host: TestHost;
 * beforeEach(() => { host = new TestHost(); });
 * afterEach(() => host.close());
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
  /** Failures that nobody handled, in order. {@link TestHost.takeErrors} takes them. */
  readonly errors: ReportedError[] = [];
  /** How often the event loop was turned. */
  ioTurns = 0;
  timeScale = 1;
  /** Whether `preDraw` and `postDraw` say that the frame is drawn. */
  isDrawing = true;
  readonly random: (() => number) | undefined;
  readonly onAdvance: ((future: LocalFuture) => void) | undefined;
  /** @internal Set by tests of the executor itself. */
  wantPhase?: (phase: Phase) => void;

  readonly #entered: Disposable;
  readonly #frameSeconds: number;
  readonly #tickSeconds: number;
  readonly #timeline: ReturnType<typeof testTimeline>;
  readonly #seed: number | undefined;
  readonly #wakes: Wake[] = [];
  readonly #replay: WakeReplay | undefined;
  #phase: Phase = "process";
  #now = 0;
  #isPaused = false;

  constructor(options: TestHostOptions = {}) {
    const { framesPerSecond = 60, physicsTicksPerSecond = 60, frameBudget, replay } = options;
    this.#frameSeconds = 1 / checkRate("framesPerSecond", framesPerSecond);
    this.#tickSeconds = 1 / checkRate("physicsTicksPerSecond", physicsTicksPerSecond);
    this.#timeline = testTimeline(framesPerSecond, physicsTicksPerSecond);
    this.#seed = options.seed ?? replay?.seed;
    this.#replay = replay && new WakeReplay(replay);
    this.random = this.#seed === undefined ? undefined : seededRandom(this.#seed);
    const keepsWakes = options.record === true || replay !== undefined;
    this.onAdvance = keepsWakes ? (future) => this.#keepWake(future) : undefined;
    this.pool = new LocalPool({ frameBudget });
    const builder = Runtime.builder();
    if (options.io ?? true) builder.enableIo();
    if (options.time ?? true) builder.enableTime();
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

  /**
   * In which order tasks have gone on until now, for {@link TestHostOptions.replay}. It can be kept
   * as JSON.
   *
   * @throws Error when it isn't recorded.
   */
  get wakeLog(): WakeLog {
    if (this.onAdvance === undefined) {
      throw new Error("the wake order isn't recorded: make it a new TestHost({ record: true })");
    }
    return { seed: this.#seed, wakes: [...this.#wakes] };
  }

  /** Lets `count` frames pass, or what is left of one that has begun, and `count - 1` more. */
  async advanceFrames(count = 1): Promise<void> {
    await this.#advanceThrough("late", checkCount("advanceFrames", count));
  }

  /**
   * Lets `count` physics ticks pass, and the frames between them. The frame of the last one goes on
   * when the test advances again.
   */
  async advancePhysics(count = 1): Promise<void> {
    await this.#advanceThrough("physics", checkCount("advancePhysics", count));
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
    await this.#drain(phase);
    this.#replay?.assertSame();
  }

  /** Lets real time pass within a task, as if it had worked so long. */
  spend(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** Takes the failures that nobody handled: those that a test expects. */
  takeErrors(): readonly ReportedError[] {
    return this.errors.splice(0);
  }

  /**
   * Throws when a task, a wait or a failure that nobody handled is left. A task that was cancelled,
   * and has yet to clean up, is not left.
   *
   * @throws LeftoverError that names them.
   */
  assertNothingLeft(): void {
    const error = leftoverError(this.runtime, this.errors);
    if (error !== undefined) throw error;
  }

  /** Cancels all tasks, lets their cleanups run, and leaves the runtime. */
  async terminate(reason?: unknown): Promise<void> {
    const { runtime } = this;
    runtime.beginTermination(reason);
    await flush();
    while (!runtime.isTerminationOver) {
      this.#now += this.#frameSeconds * 1000;
      for (const phase of runtime.usedPhases()) await this.#drain(phase);
    }
    runtime.finishTermination();
    this.#entered[Symbol.dispose]();
  }

  /**
   * Terminates, and throws if something was left, or if a replay is not over.
   *
   * @throws LeftoverError, WakeOrderError
   */
  async close(): Promise<void> {
    await flush();
    const left = this.runtime.isTerminated ? undefined : leftoverError(this.runtime, this.errors);
    await this.terminate();
    // What is left of a replay that failed says nothing new.
    if (this.#replay?.hasFailed === true) return;
    if (left !== undefined) throw left;
    this.#replay?.assertOver();
  }

  /** The same as {@link TestHost.close}. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
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

  #keepWake(future: LocalFuture): void {
    const { runtime } = this;
    if (runtime.isTerminating) return;
    const wake = wakeOf(future, runtime.frames.frame, this.#phase);
    this.#wakes.push(wake);
    this.#replay?.compare(wake);
  }

  /** Runs the drains that come next, until as many of a phase have been. */
  async #advanceThrough(phase: Phase, count: number): Promise<void> {
    for (let left = count; left > 0; ) {
      const drain = this.#timeline.next().value;
      if (drain.beginsFrame) this.#now += this.#frameSeconds * 1000;
      if (this.runtime.isUsed(drain.phase)) await this.turn(drain.phase);
      if (drain.phase === phase) left--;
    }
  }

  async #drain(phase: Phase): Promise<void> {
    const { runtime } = this;
    await flush();
    this.#phase = phase;
    for (let more = runtime.beginTurn(phase, this.#frame(phase)); more; more = runtime.step()) {
      await flush();
    }
  }

  #frame(phase: Phase): FrameInfo {
    const { timeScale } = this;
    const seconds = phase === "physics" ? this.#tickSeconds : this.#frameSeconds;
    return {
      delta: seconds * timeScale,
      timeScale,
      paused: this.#isPaused,
      drawn: this.isDrawing,
    };
  }
}

function checkRate(name: string, rate: number): number {
  if (rate > 0 && Number.isFinite(rate)) return rate;
  throw new RangeError(`${name} needs a number above 0, but got ${quote(rate)}`);
}

function checkCount(name: string, count: number): number {
  if (Number.isSafeInteger(count) && count >= 0) return count;
  throw new RangeError(`${name}(count) needs a whole number, 0 or more, but got ${quote(count)}`);
}

/** Lets all microtasks run, and the event loop turn. */
function flush(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
