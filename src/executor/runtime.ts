import { Clocks } from "./clock";
import { setExecutor, tryGetExecutor } from "./executor";
import { FrameQueue } from "./frame-queue";
import type { FrameWait } from "./frames";
import type { FrameInfo, Host, Phase } from "./host";
import { LinkedList } from "./linked-list";
import type { LocalPool } from "./local-pool";
import type { LocalFuture } from "./local-spawn";
import { ReadyQueue } from "./ready-queue";
import { RuntimeBuilder } from "./runtime-builder";
import { RuntimeError } from "./runtime-error";
import type { SleepWait } from "./sleep";
import type { Task } from "./task";
import { NOT_QUEUED, type TimerEntry, TimerQueue } from "./timers";
import type { ParkedWait } from "./wait";

/** Real milliseconds that a cancelled task has for its cleanup before it is given up. */
export const CANCEL_DEADLINE_MSEC = 250;

// Sixty frames of 1/60 s add up to a little less than a second: a timer may be that early.
const ROUNDING_SECONDS = 1e-6;

export interface TurnOptions {
  /** Makes a `late` turn do all that a `process` turn does, where nothing drives that one. */
  readonly standIn?: boolean | undefined;
}

export interface RuntimeFeatures {
  readonly io: boolean;
  readonly time: boolean;
}

class Deadline implements TimerEntry {
  readonly task: Task;
  readonly due: number;
  order = 0;
  slot = NOT_QUEUED;

  constructor(task: Task, now: number) {
    this.task = task;
    this.due = now + CANCEL_DEADLINE_MSEC;
  }
}

let entered: Runtime | undefined;
let wasTerminated = false;

/**
 * What runs tasks: it drains a pool, turns the host's event loop and keeps the timers.
 *
 * When to use: build one for each place that drives tasks, and let the driver turn it. A
 * turn is a loop, since the promises of each task must be run before the next one is
 * looked at, and only the driver can do that:
 *
 * ```ts
 * for (let more = runtime.beginTurn(phase, frame); more; more = runtime.step()) flushMicrotasks();
 * ```
 *
 * A `process` turn goes: the event loop, timers that are due, waits for this frame, ready
 * tasks. What an earlier drain left over goes before all that is newer. A `late` turn runs
 * what became ready since: it has a budget of its own, and leaves alone what the process
 * drain left over. Waits for an exact frame are released whatever the budget says.
 *
 * @example
 * const pool = new LocalPool();
 * const runtime = Runtime.builder().enableIo().enableTime().build(host, pool);
 * runtime.enter();
 * setExecutor(pool);
 */
export class Runtime {
  readonly host: Host;
  readonly pool: LocalPool;
  readonly clocks: Clocks;
  /** @internal */
  readonly frames = new FrameQueue<FrameWait<unknown>>();
  /** @internal */
  readonly timers = {
    game: new TimerQueue<SleepWait<unknown>>(),
    unscaled: new TimerQueue<SleepWait<unknown>>(),
    real: new TimerQueue<SleepWait<unknown>>(),
  };
  /** The living tasks that no other task started. */
  readonly tasks = new LinkedList<Task>();
  /** How many tasks live. */
  taskCount = 0;
  /** How many waits are parked, or settled and not yet delivered. */
  waitCount = 0;
  /** @internal The waits of code outside of any task. */
  readonly waits = new LinkedList<ParkedWait<unknown>>();

  readonly #features: RuntimeFeatures;
  readonly #failed: Task[] = [];
  readonly #cancelling = new TimerQueue<Deadline>();
  #life: "living" | "terminating" | "terminated" = "living";
  #deadline = Number.POSITIVE_INFINITY;

  // The turn that is going on.
  #batch = new ReadyQueue();
  /** How many futures of the batch go before the waits for this frame; -1 when none are due. */
  #beforeFrame = -1;
  #served = 0;
  #startedAt = 0;

  /** @internal Runtimes are made by {@link Runtime.builder}. */
  constructor(host: Host, pool: LocalPool, features: RuntimeFeatures) {
    this.host = host;
    this.pool = pool;
    this.#features = features;
    this.clocks = new Clocks(host);
  }

  static builder(): RuntimeBuilder {
    return new RuntimeBuilder((host, pool, features) => new Runtime(host, pool, features));
  }

  /**
   * The runtime that was entered last. {@link Runtime.tryCurrent} is the form that doesn't throw.
   *
   * @throws RuntimeError when there is none.
   */
  static current(): Runtime {
    if (entered !== undefined) return entered;
    throw Runtime.wasTerminated
      ? new RuntimeError("terminated", "the runtime is terminated: nothing would end this wait")
      : new RuntimeError("noRuntime", "no runtime is entered: nothing would end this wait");
  }

  static tryCurrent(): Runtime | undefined {
    return entered;
  }

  /** Whether the runtime that is missing was there once. */
  static get wasTerminated(): boolean {
    return entered === undefined && wasTerminated;
  }

  /** Makes this the runtime of code outside of any task. Disposing of the result undoes it. */
  enter(): Disposable {
    if (this.isTerminated)
      throw new RuntimeError("terminated", "a terminated runtime can't be entered");
    const before = entered;
    entered = this;
    wasTerminated = false;
    return {
      [Symbol.dispose]: () => {
        if (entered === this) entered = before;
      },
    };
  }

  get isTerminating(): boolean {
    return this.#life !== "living";
  }

  get isTerminated(): boolean {
    return this.#life === "terminated";
  }

  /** All living tasks, each before those it started. */
  *allTasks(): Generator<Task, void> {
    const open: Iterable<Task>[] = [this.tasks];
    for (let tasks = open.pop(); tasks !== undefined; tasks = open.pop()) {
      for (const task of tasks) {
        yield task;
        open.push(task.children);
      }
    }
  }

  /**
   * Begins a turn. Returns whether there is something to step through; if not, the turn is over.
   * Whatever a turn that was never finished left over is done in this one.
   */
  beginTurn(phase: Phase, frame: FrameInfo, options?: TurnOptions): boolean {
    // Hot: an idle turn costs less than 100 ns and allocates nothing.
    if (this.#life === "terminated" || (phase !== "process" && phase !== "late")) return false;
    const { pool, timers, frames, clocks } = this;
    const isStandIn = phase === "late" && options?.standIn === true;
    const isMain = phase === "process" || isStandIn;
    const batch = pool.batch(isMain ? "process" : phase);
    if (isStandIn) batch.append(pool.batch("late"));
    if (isMain) {
      // The frame begins before the event loop turns: what waits in there for the next frame means the
      // one after this.
      clocks.advance(frame);
      frames.beginFrame();
      if (this.#features.io) this.host.turnIo();
      if (timers.game.size > 0) this.#fire(timers.game, clocks.game, batch);
      if (timers.unscaled.size > 0) this.#fire(timers.unscaled, clocks.unscaled, batch);
    }
    if (timers.real.size > 0) this.#fire(timers.real, clocks.real, batch);
    const isFrameDue = isMain && frames.hasDue;
    this.#beforeFrame = isFrameDue ? batch.length : -1;
    pool.takeWoken(batch);
    this.#batch = batch;
    this.#served = 0;
    const hasReports = this.#failed.length > 0 || this.#cancelling.size > 0;
    return isFrameDue || batch.length > 0 || hasReports;
  }

  /**
   * Advances the next piece of the turn: one task, or all that wait for exactly this frame.
   * Returns whether it did, and then wants the microtasks flushed and to be called again;
   * otherwise the turn is over.
   */
  step(): boolean {
    if (this.#served === 0) this.#startedAt = this.host.now();
    const isFrameNext = this.#beforeFrame === 0;
    if (!isFrameNext && this.#batch.length > 0 && !this.#isOverBudget()) {
      this.#advance();
      return true;
    }
    if (this.#beforeFrame >= 0) {
      this.#beforeFrame = -1;
      this.frames.releaseDue();
      return true;
    }
    this.#reportFailures();
    if (this.#cancelling.size > 0) this.#giveUpOverdue();
    return false;
  }

  /**
   * Begins to end all: cancels every task, refuses new ones, and lets the cleanups run. The
   * driver goes on turning, with `standIn`, until {@link isTerminationOver}, and then calls
   * {@link finishTermination}.
   */
  beginTermination(reason: unknown = "the runtime is terminating"): void {
    if (this.#life !== "living") return;
    this.#life = "terminating";
    this.#deadline = this.host.now() + CANCEL_DEADLINE_MSEC;
    for (const wait of this.waits) wait.drop();
    for (const task of [...this.tasks]) task.cancel(reason);
  }

  /** Whether no task is left, or the time for cleanups is over. */
  get isTerminationOver(): boolean {
    return this.#life !== "living" && (this.taskCount === 0 || this.host.now() >= this.#deadline);
  }

  /** Gives up the tasks that are left, with a warning each, and forgets everything. */
  finishTermination(): void {
    if (this.#life === "terminated") return;
    this.beginTermination();
    for (const task of [...this.allTasks()]) this.#giveUp(task);
    for (const wait of this.waits) wait.drop();
    this.#reportFailures();
    this.#batch = new ReadyQueue();
    this.pool.clear();
    this.#life = "terminated";
    if (tryGetExecutor() === this.pool) setExecutor(undefined);
    if (entered === this) entered = undefined;
    wasTerminated = true;
  }

  /** @internal */
  requireTime(what: string): void {
    if (this.#features.time) return;
    throw new RuntimeError(
      "timeDisabled",
      `${what}() needs timers, and they are disabled: build the Runtime with enableTime()`,
    );
  }

  /** @internal Whether the drain that runs has spent its budget, by whatever it did. */
  get isBudgetSpent(): boolean {
    const { frameBudget } = this.pool;
    return frameBudget !== Infinity && this.host.now() - this.#startedAt >= frameBudget;
  }

  /** @internal Gives the task up when its cleanup takes too long. */
  watchCancelling(task: Task): void {
    this.#cancelling.add(new Deadline(task, this.host.now()));
  }

  /** @internal Reports the task's failure at the end of the drain, unless it is observed by then. */
  watchFailed(task: Task): void {
    this.#failed.push(task);
  }

  #fire(queue: TimerQueue<SleepWait<unknown>>, time: number, batch: ReadyQueue): void {
    if (queue.nextDue > time + ROUNDING_SECONDS) return;
    for (;;) {
      const wait = queue.takeDue(time + ROUNDING_SECONDS);
      if (wait === undefined) return;
      wait.settle(undefined, batch);
    }
  }

  #isOverBudget(): boolean {
    const { frameBudget } = this.pool;
    if (this.#served === 0 || this.#life !== "living" || frameBudget === Infinity) return false;
    return this.host.now() - this.#startedAt >= frameBudget;
  }

  /** Advances one future; more while they leave nothing behind for the microtasks. */
  #advance(): void {
    const batch = this.#batch;
    let future: LocalFuture | undefined;
    do {
      future = batch.shift();
      if (future === undefined) return;
      this.#served++;
      if (this.#beforeFrame > 0) this.#beforeFrame--;
      try {
        future.poll();
      } catch (error) {
        this.host.reportError(error);
      }
    } while (
      future.isParked === true &&
      batch.length > 0 &&
      this.#beforeFrame !== 0 &&
      !this.#isOverBudget()
    );
  }

  #reportFailures(): void {
    if (this.#failed.length === 0) return;
    for (const task of this.#failed.splice(0)) {
      if (!task.isObserved) this.host.reportError(task.error, task);
    }
  }

  #giveUpOverdue(): void {
    if (this.#life !== "living") return;
    const now = this.host.now();
    for (;;) {
      const deadline = this.#cancelling.takeDue(now);
      if (deadline === undefined) return;
      const { task } = deadline;
      if (task.isSettled) continue;
      // A task that is only kept waiting by the budget, or by a long frame, isn't at fault.
      if (task.isReady) this.#cancelling.add(new Deadline(task, now));
      else this.#giveUp(task);
    }
  }

  #giveUp(task: Task): void {
    if (task.isSettled) return;
    const what = task.waitsFor ?? "something that isn't a wait of the executor";
    this.host.warn(
      `task "${task.name}" was cancelled, but hasn't ended within ${CANCEL_DEADLINE_MSEC} ms: it still waits for ${what} and is given up`,
    );
    task.abandon();
  }
}
