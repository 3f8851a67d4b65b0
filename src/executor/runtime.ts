import { CANCEL_DEADLINE_MSEC, CancelWatch } from "./cancel-watch";
import { Clocks } from "./clock";
import { ClockTimers } from "./clock-timers";
import { Counters } from "./counters";
import { Drain } from "./drain";
import { setExecutor, tryGetExecutor } from "./executor";
import type { FrameQueue } from "./frame-queue";
import type { FrameInfo, Host } from "./host";
import { LinkedList } from "./linked-list";
import type { LocalPool } from "./local-pool";
import { ParkedList } from "./parked-list";
import type { Parking } from "./parking";
import type { Phase } from "./phase";
import { frameValue, PhaseUse } from "./phase-use";
import { RuntimeBuilder } from "./runtime-builder";
import { RuntimeError } from "./runtime-error";
import type { Scope } from "./scope";
import type { Task } from "./task";
import { familyOf, type TaskOwner } from "./task-owner";

export interface RuntimeFeatures {
  readonly io: boolean;
  readonly time: boolean;
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
 * A turn belongs to a {@link Phase}, and runs what is ready for it: what an earlier drain of the
 * phase left over, timers that are due, waits for exactly this drain, what woke since. A wait that
 * names no phase goes on in `process` or `late`, whichever comes first. Each phase has a budget of
 * its own, and waits for an exact drain are released whatever the budget says. The `process` turn
 * also turns the event loop and moves the clocks, the `physics` turn the clock of that name.
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
  /** What the drains have done so far. */
  readonly counters = new Counters();
  /** @internal The waits for process drains. */
  readonly frames: FrameQueue;
  /** @internal */
  readonly phases: PhaseUse;
  /** @internal */
  readonly timers: ClockTimers;
  /** @internal The living tasks that belong to nobody, and the scopes that do and have any. */
  readonly owned = new LinkedList<TaskOwner>();
  /**
   * @internal Whether a task or a wait has ended since the last turn: its promise has something to be
   * run, by whatever it was ended.
   */
  hasStirred = false;
  /** @internal Counts the turns. */
  turn = 0;
  /** How many tasks live. */
  taskCount = 0;
  /** How many waits are parked, or settled and not yet delivered. */
  waitCount = 0;
  /** @internal The waits of code outside of any task. */
  readonly waits = new ParkedList();

  /** Whether each wait keeps the stack of the code that entered it, which costs 2 µs: for debugging. */
  keepsStacks = false;

  readonly #features: RuntimeFeatures;
  readonly #failed: Task[] = [];
  readonly #cancelWatch: CancelWatch;
  readonly #drain: Drain;
  #lastTaskId = 0;
  /** Whether the turn that is to come has begun its frame, when it did not rest. */
  #hasBegunFrame = false;
  #life: "living" | "terminating" | "terminated" = "living";
  #deadline = Number.POSITIVE_INFINITY;
  #hasCalledLast = false;

  /** @internal Runtimes are made by {@link Runtime.builder}. */
  constructor(host: Host, pool: LocalPool, features: RuntimeFeatures) {
    this.host = host;
    this.pool = pool;
    this.#features = features;
    this.phases = new PhaseUse(host, pool);
    this.frames = this.phases.framesOf("process");
    this.clocks = new Clocks(host);
    this.timers = new ClockTimers(host, this.clocks);
    this.#cancelWatch = new CancelWatch(host);
    this.#drain = new Drain(host, pool, this.counters);
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
    for (const each of this.#allOwners()) if (each.kind === "task") yield each;
  }

  /** All scopes that something belongs to. */
  *allScopes(): Generator<Scope, void> {
    for (const each of this.#allOwners()) if (each.kind === "scope") yield each;
  }

  /** @internal When the drain began that is going on, or the last one, in the host's milliseconds. */
  get drainBegunAt(): number {
    return this.#drain.begunAt;
  }

  /** @internal */
  addWait(wait: Parking): void {
    this.waits.add(wait);
  }

  /** @internal */
  removeWait(wait: Parking): void {
    this.waits.remove(wait);
  }

  /** @internal */
  own(owned: TaskOwner): void {
    this.owned.add(owned);
  }

  /** @internal */
  disown(owned: TaskOwner): void {
    this.owned.remove(owned);
  }

  /**
   * Whether a phase is to be driven: `process` and `late` always, the others while somebody waits
   * for them.
   */
  isUsed(phase: Phase): boolean {
    return this.phases.isUsed(phase);
  }

  /** The phases that are to be driven in a frame, in their order; each is asked when its turn comes. */
  usedPhases(): Iterable<Phase> {
    return this.phases.used();
  }

  /**
   * Does what a turn has to do while there is nothing to run or to wait for, and returns true; false
   * when it takes a turn.
   *
   * Hot: in a game that is idle it spares the caches of the processor, which a turn costs more than
   * the time it takes.
   */
  tryRest(phase: Phase): boolean {
    if (!this.#isResting()) return false;
    this.#beginFrame(phase);
    if (this.#isResting()) return true;
    // What the event loop has brought is for the turn that follows.
    this.#hasBegunFrame = true;
    return false;
  }

  #beginFrame(phase: Phase): void {
    // The frame begins before the event loop turns: what waits in there for the next frame means the
    // one after this.
    this.phases.tryFramesOf(phase)?.beginFrame();
    if (phase !== "process") return;
    this.counters.beginFrame();
    this.turnIo();
  }

  /** Turns the event loop, where `io` is enabled. Turns of the phase `process` do so themselves. */
  turnIo(): void {
    if (this.#features.io) this.host.turnIo();
  }

  #isResting(): boolean {
    return (
      this.taskCount === 0 &&
      this.waitCount === 0 &&
      !this.hasStirred &&
      this.#failed.length === 0 &&
      !this.#cancelWatch.isWatching &&
      this.pool.isEmpty
    );
  }

  /**
   * Begins a turn. Returns whether there is something to step through; if not, the turn is over.
   * Whatever a turn that was never finished left over is done in this one.
   */
  beginTurn(phase: Phase, frame: FrameInfo): boolean {
    // Hot: an idle turn costs less than 100 ns and allocates nothing.
    if (this.#life === "terminated") return false;
    this.turn++;
    const { pool, timers } = this;
    const batch = pool.batch(phase);
    if (!this.#hasBegunFrame) {
      timers.move(phase, frame);
      this.#beginFrame(phase);
    }
    this.#hasBegunFrame = false;
    timers.fire(phase, batch);
    const frames = this.phases.tryFramesOf(phase);
    const due = frames?.hasDue === true ? frames : undefined;
    this.#drain.begin(batch, due, due === undefined ? undefined : frameValue(phase, frame));
    pool.takeWoken(batch, phase, this.host.random);
    const hasReports = this.#failed.length > 0 || this.#cancelWatch.isWatching;
    const { hasStirred } = this;
    this.hasStirred = false;
    return due !== undefined || batch.length > 0 || hasReports || hasStirred;
  }

  /**
   * Advances the next piece of the turn: one task, or all that wait for exactly this drain.
   * Returns whether it did, and then wants the microtasks flushed and to be called again;
   * otherwise the turn is over.
   */
  step(): boolean {
    if (this.#drain.step()) return true;
    this.#reportFailures();
    if (!this.#cancelWatch.isWatching) return false;
    if (this.#life === "living") this.#cancelWatch.giveUpOverdue();
    else if (this.host.now() >= this.#deadline) this.#callLast();
    return false;
  }

  /**
   * Begins to end all: cancels every task, refuses new ones except those that cleanups start and wait
   * for, and lets the cleanups run. The driver goes on turning the {@link usedPhases} until
   * {@link isTerminationOver}, and then calls {@link finishTermination}.
   */
  beginTermination(reason: unknown = "the runtime is terminating"): void {
    if (this.#life !== "living") return;
    this.#life = "terminating";
    wasTerminated = true;
    this.#drain.hasNoBudget = true;
    this.#deadline = this.host.now() + CANCEL_DEADLINE_MSEC;
    for (const { wait } of this.waits) wait.drop();
    for (const root of [...this.owned]) root.cancel(reason);
  }

  /** Whether no task is left, or the time for cleanups is over, and those that are left were told so. */
  get isTerminationOver(): boolean {
    if (this.#life === "living") return false;
    if (this.taskCount === 0) return true;
    const late = this.host.now() - this.#deadline;
    if (late < 0) return false;
    // What keeps a task from going on may not be ours.
    if (late >= CANCEL_DEADLINE_MSEC) return true;
    return this.#hasCalledLast && ![...this.allTasks()].some((task) => task.isReady);
  }

  /** Gives up the tasks that are left, with a warning each, and forgets everything. */
  finishTermination(): void {
    if (this.#life === "terminated") return;
    this.beginTermination();
    for (const task of [...this.allTasks()]) this.#cancelWatch.giveUp(task);
    for (const { wait } of this.waits) wait.drop();
    this.#reportFailures();
    this.#drain.clear();
    this.pool.clear();
    this.#life = "terminated";
    if (tryGetExecutor() === this.pool) setExecutor(undefined);
    if (entered === this) entered = undefined;
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
    return this.#drain.isBudgetSpent;
  }

  /** @internal Gives the task up when its cleanup takes too long. */
  watchCancelling(task: Task): void {
    this.#cancelWatch.watch(task);
  }

  /** @internal Reports the task's failure at the end of the drain, unless somebody gets it by then. */
  watchFailed(task: Task): void {
    this.#failed.push(task);
  }

  /** @internal */
  nextTaskId(): number {
    return ++this.#lastTaskId;
  }

  #callLast(): void {
    if (this.#hasCalledLast) return;
    this.#hasCalledLast = true;
    for (const task of [...this.allTasks()]) if (!task.isReady) this.#cancelWatch.callLast(task);
  }

  *#allOwners(): Generator<TaskOwner, void> {
    for (const root of [...this.owned]) yield* familyOf(root);
  }

  #reportFailures(): void {
    if (this.#failed.length === 0) return;
    for (const task of this.#failed.splice(0)) {
      if (!task.isHandled) this.host.reportError(task.error, task);
    }
  }
}
