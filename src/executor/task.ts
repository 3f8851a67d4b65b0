import { CancelledError, isAbort } from "./cancelled-error";
import {
  currentTask,
  enterTask,
  keepAmbient,
  leaveCallback,
  returnToCallback,
} from "./current-task";
import { JoinWait } from "./join";
import { LinkedList } from "./linked-list";
import type { LocalFuture, LocalSpawn } from "./local-spawn";
import type { Priority } from "./priority";
import { checkFraction } from "./progress";
import type { Runtime } from "./runtime";
import { type ProgressListener, TaskListeners } from "./task-listeners";
import { familyOf, type TaskOwner } from "./task-owner";
import { ResumeReplacedError, type ResumeWait } from "./until-resume";
import type { ParkedWait } from "./wait";

export type TaskState = "queued" | "running" | "cancelling" | "completed" | "failed" | "cancelled";

/** What a task runs. It is given the task itself. */
export type TaskBody<T> = (task: Task) => T | PromiseLike<T>;

const NOT_BEGUN = -1;

/**
 * Work that runs by itself until it ends: made by {@link spawn}, awaited for its result.
 *
 * It ends as its body does: `completed` with what the body returns, `failed` with what it
 * throws. Only when it was asked to cancel, and lets the {@link CancelledError} out, is it
 * `cancelled`: a body that catches the error and returns a value has completed. A body that
 * isn't over a quarter of a second after it was cancelled is given up: the task is
 * `cancelled`, and what still runs of it stops at its next wait.
 */
export class Task<T = unknown> implements PromiseLike<T>, LocalFuture, AsyncDisposable {
  /** Counts the tasks of the runtime, from 1. */
  readonly id: number;
  /** @internal */
  readonly runtime: Runtime;
  /** @internal Where the task, and each of its waits when it ends, is queued. */
  readonly executor: LocalSpawn;
  readonly priority: Priority;
  /** @internal The waits that the task is parked in. */
  readonly waits = new LinkedList<ParkedWait<unknown>>();
  /** @internal */
  previous: TaskOwner | undefined;
  /** @internal */
  next: TaskOwner | undefined;
  readonly #name: string;
  #parent: TaskOwner | undefined;
  #owned: LinkedList<TaskOwner> | undefined;
  #begunAt = NOT_BEGUN;
  #state: TaskState = "queued";
  #body: TaskBody<T> | undefined;
  #ambient: ReturnType<typeof keepAmbient> | undefined = keepAmbient();
  #outcome: unknown;
  #cancellation: CancelledError | undefined;
  #hasDelivered = false;
  #isObserved = false;
  #resumeWait: ResumeWait | undefined;
  #listeners: TaskListeners | undefined;
  #controller: AbortController | undefined;
  #promise: Promise<T> | undefined;

  /** @internal Tasks are made by {@link spawn}. */
  constructor(
    body: TaskBody<T>,
    name: string,
    parent: TaskOwner | undefined,
    runtime: Runtime,
    executor: LocalSpawn,
    priority: Priority,
  ) {
    this.id = runtime.nextTaskId();
    this.#body = body;
    this.#name = name;
    this.#parent = parent;
    this.runtime = runtime;
    this.executor = executor;
    this.priority = priority;
    (parent ?? runtime).own(this as Task);
    runtime.taskCount++;
  }

  /** Tells a task from a {@link Scope}. */
  get kind(): "task" {
    return "task";
  }

  /** The name given to {@link spawn}, else the body's, else its number. */
  get name(): string {
    return this.#name === "" ? `task ${this.id}` : this.#name;
  }

  get state(): TaskState {
    return this.#state;
  }

  /** Whether the task is over, one way or another. */
  get isSettled(): boolean {
    const state = this.#state;
    return state === "completed" || state === "failed" || state === "cancelled";
  }

  /** What the body returned, when the task has completed. */
  get result(): T | undefined {
    return this.#state === "completed" ? (this.#outcome as T) : undefined;
  }

  /** What the body threw, when the task has failed; the CancelledError when it was cancelled. */
  get error(): unknown {
    return this.#state === "failed" || this.#state === "cancelled" ? this.#outcome : undefined;
  }

  /**
   * What the task belongs to: the task that started it, or a scope, such as that of a node. When a
   * task ends first, its own parent takes its place.
   */
  get parent(): TaskOwner | undefined {
    return this.#parent;
  }

  /** The tasks that this one started and that live, in the order they were started. */
  get children(): Iterable<Task> {
    return tasksOf(this.#owned);
  }

  /** How many seconds ago the body began to run; 0 while the task is queued. */
  get age(): number {
    if (this.#begunAt === NOT_BEGUN) return 0;
    return Math.max(0, this.runtime.host.now() - this.#begunAt) / 1000;
  }

  /** What the task waits for, in words; undefined when it isn't in a wait of ours. */
  get waitsFor(): string | undefined {
    return this.waits.first?.name;
  }

  /** Aborted when the task is cancelled, for `fetch` and the like. Made when first asked for. */
  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#cancellation !== undefined) this.#controller.abort(this.#cancellation);
    }
    return this.#controller.signal;
  }

  /** Whether the task waits in `untilResume()`. */
  get isResumable(): boolean {
    return this.#resumeWait !== undefined;
  }

  /**
   * Asks the task, and the tasks it started, to end. The waits they are in reject with a
   * {@link CancelledError} in the next drain, once: cleanup may wait again. A task in no wait
   * of ours gets it at its next one. A task that hasn't run yet never runs. Harmless from
   * inside, twice, and after the end.
   */
  cancel(reason?: unknown): void {
    if (this.isSettled || this.#cancellation !== undefined) return;
    const error = reason instanceof CancelledError ? reason : new CancelledError(this.name, reason);
    // Children first, so that what was begun last is cleaned up first.
    for (const each of familyOf(this as Task).reverse()) each.interrupt(error);
  }

  /** Whether the scope that the task belongs to can process; true when it belongs to none. */
  canProcess(): boolean {
    return this.#parent?.canProcess() ?? true;
  }

  /**
   * Ends the `untilResume()` that the task waits in; the task goes on in the next drain.
   * While it waits for something else the value is dropped, with a warning. When it has
   * ended, this returns its result, otherwise the task itself.
   */
  resume(value?: unknown): this | T | undefined {
    if (this.isSettled) return this.result;
    const wait = this.#resumeWait;
    if (wait === undefined) {
      this.runtime.host.warn(
        `task "${this.name}" was resumed while it doesn't wait in untilResume(): the value is dropped`,
      );
      return this;
    }
    wait.settle(value);
    return this;
  }

  /**
   * Calls a listener when the task has ended, within the call that ends it; at once if it has.
   * A listener that returns `true` has taken care of a failure: it isn't reported.
   * Returns the function that takes the listener away.
   */
  onSettled(listener: (task: Task<T>) => unknown): () => void {
    if (this.isSettled) {
      if (listener(this) === true) this.#isObserved = true;
      return nothing;
    }
    this.#listeners ??= new TaskListeners(this.runtime.host);
    return this.#listeners.onSettled(listener);
  }

  /**
   * Calls a listener each time the task becomes resumable, within the task's own
   * `untilResume()`. Returns the function that takes the listener away.
   */
  onResumable(listener: (task: Task<T>) => void): () => void {
    this.#listeners ??= new TaskListeners(this.runtime.host);
    return this.#listeners.onResumable(listener);
  }

  /**
   * Tells those who listen how far the task has come: a fraction of 0 to 1, and what it is doing.
   * Within the task, {@link progress} does so. Does nothing when the task has ended.
   *
   * @throws RangeError for a fraction below 0 or above 1.
   */
  progress(fraction: number, note = ""): void {
    checkFraction(fraction);
    if (!this.isSettled) this.#listeners?.progressed(fraction, note);
  }

  /**
   * Calls a listener each time the task tells how far it has come, within that call. Returns the
   * function that takes the listener away.
   */
  onProgress(listener: ProgressListener): () => void {
    this.#listeners ??= new TaskListeners(this.runtime.host);
    return this.#listeners.onProgress(listener);
  }

  // biome-ignore lint/suspicious/noThenProperty: awaiting a task is what a task is for
  then<R1 = T, R2 = never>(
    onFulfilled?: ((value: T) => R1 | PromiseLike<R1>) | null,
    onRejected?: ((error: unknown) => R2 | PromiseLike<R2>) | null,
  ): Promise<R1 | R2> {
    this.#isObserved = true;
    return this.#join("result").then(onFulfilled, onRejected);
  }

  /** Cancels the task and waits for its end. Throws nothing of what the task threw. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.cancel("its scope has ended");
    if (!this.isSettled) await this.#join("end");
  }

  /** @internal Whether somebody has taken care of a failure. */
  get isObserved(): boolean {
    return this.#isObserved;
  }

  /** @internal Whether the task did nothing more than enter a wait when it was started. */
  get isParked(): boolean {
    return this.waits.first !== undefined;
  }

  /** @internal Whether a wait of the task has ended and is about to be delivered. */
  get isReady(): boolean {
    for (const wait of this.waits) if (wait.isReady) return true;
    return false;
  }

  /** @internal The cancellation that the body hasn't been told of yet. */
  get pendingCancellation(): CancelledError | undefined {
    return this.#hasDelivered || this.isSettled ? undefined : this.#cancellation;
  }

  /** @internal Runs the body, once. */
  poll(): void {
    const body = this.#body;
    const ambient = this.#ambient;
    if (this.#state !== "queued" || body === undefined || ambient === undefined) return;
    this.#body = undefined;
    this.#ambient = undefined;
    this.#state = "running";
    this.runtime.counters.released++;
    if (this.#begunAt === NOT_BEGUN) this.#begunAt = Math.trunc(this.runtime.drainBegunAt);
    let outcome: T | PromiseLike<T>;
    let promise: Promise<T> | undefined;
    try {
      outcome = enterTask(ambient, this as Task, body);
      promise = promiseOf(outcome);
    } catch (error) {
      this.#fail(error);
      return;
    }
    if (promise === undefined) {
      this.#settle("completed", outcome as T);
      return;
    }
    promise.then(
      (value) => this.#settle("completed", value),
      (error) => this.#fail(error),
    );
  }

  /** @internal Runs the body within the call that starts the task. */
  pollNow(): void {
    this.#begunAt = Math.trunc(this.runtime.host.now());
    const callback = leaveCallback();
    try {
      this.poll();
    } finally {
      returnToCallback(callback);
    }
  }

  /** @internal What belongs to the task, if anything ever did. */
  get owned(): LinkedList<TaskOwner> | undefined {
    return this.#owned;
  }

  /** @internal */
  own(owned: TaskOwner): void {
    this.#owned ??= new LinkedList();
    this.#owned.add(owned);
  }

  /** @internal */
  disown(owned: TaskOwner): void {
    this.#owned?.remove(owned);
  }

  /** @internal Gives the task, whose parent has ended, to the parent's own. */
  moveTo(parent: TaskOwner | undefined): void {
    this.#parent = parent;
    (parent ?? this.runtime).own(this as Task);
    if (parent?.kind === "scope" && parent.closing !== undefined) this.cancel(parent.closing);
  }

  /** @internal What a wait returns instead of beginning, when the task may not wait. */
  refuseWait(): Promise<never> | undefined {
    if (this.#cancellation === undefined) return undefined;
    if (this.isSettled) return new Promise(nothing);
    if (this.#hasDelivered) return undefined;
    this.#hasDelivered = true;
    const refused = Promise.reject(this.#cancellation);
    refused.catch(nothing);
    return refused;
  }

  /** @internal */
  enterResumable(wait: ResumeWait): void {
    const replaced = this.#resumeWait;
    this.#resumeWait = wait;
    if (replaced === undefined) {
      this.#listeners?.becameResumable(this);
      return;
    }
    replaced.interrupt(new ResumeReplacedError(this.name));
    this.runtime.host.warn(
      `task "${this.name}" called untilResume() while it was waiting in untilResume(): the earlier wait rejects`,
    );
  }

  /** @internal */
  leaveResumable(wait: ResumeWait): void {
    if (this.#resumeWait === wait) this.#resumeWait = undefined;
  }

  /** @internal Settles a cancelled task whose body doesn't end. */
  abandon(): void {
    if (this.#cancellation !== undefined) this.#settle("cancelled", this.#cancellation);
  }

  /** @internal Takes a cancellation, for this task alone. */
  interrupt(error: CancelledError): void {
    if (this.isSettled || this.#cancellation !== undefined) return;
    this.#cancellation = error;
    if (this.#state === "queued") {
      this.#settle("cancelled", error);
      return;
    }
    this.#state = "cancelling";
    this.runtime.watchCancelling(this);
    this.#hasDelivered = this.waits.first !== undefined;
    for (const wait of this.waits) wait.interrupt(error);
    this.#controller?.abort(error);
  }

  #fail(error: unknown): void {
    const isCancelled = this.#cancellation !== undefined && isAbort(error);
    this.#settle(isCancelled ? "cancelled" : "failed", error);
  }

  #settle(state: "completed" | "failed" | "cancelled", outcome: unknown): void {
    if (this.isSettled) return;
    this.#state = state;
    this.#outcome = outcome;
    this.#body = undefined;
    this.#ambient = undefined;
    if (this.waits.first !== undefined) this.#leaveWaits();
    const parent = this.#parent;
    (parent ?? this.runtime).disown(this as Task);
    if (this.#owned?.first !== undefined) this.#leaveOwned(this.#owned);
    this.runtime.taskCount--;
    if (this.#listeners?.settled(this) === true) this.#isObserved = true;
    this.#listeners = undefined;
    if (state !== "failed") return;
    if (parent?.kind === "scope" && parent.taskFailed(this as Task)) return;
    if (!this.#isObserved) this.runtime.watchFailed(this);
  }

  #leaveWaits(): void {
    for (const wait of this.waits) {
      if (this.#state === "cancelled") wait.drop();
      else wait.moveTo(this.#parent);
    }
  }

  #leaveOwned(owned: LinkedList<TaskOwner>): void {
    for (const each of owned) {
      owned.remove(each);
      each.moveTo(this.#parent);
    }
  }

  #join(mode: "result" | "end"): Promise<T> {
    const current = currentTask();
    if (current === (this as Task) && !this.isSettled) {
      return Promise.reject(new Error(`task "${this.name}" waits for its own end`));
    }
    if (current !== undefined && !this.isSettled) return new JoinWait(this, mode).begin();
    this.#promise ??= new Promise<T>((resolve, reject) => {
      this.onSettled((task) => {
        if (task.state === "completed") resolve(task.#outcome as T);
        else reject(task.#outcome);
      });
    });
    return mode === "result" ? this.#promise : (this.#promise.catch(nothing) as Promise<T>);
  }
}

function tasksOf(owned: LinkedList<TaskOwner> | undefined): Iterable<Task> {
  return owned === undefined ? [] : [...owned].filter((each) => each.kind === "task");
}

/** What to wait for, if it is a promise or like one. Its `then` is read once, as it must be. */
function promiseOf<T>(value: T | PromiseLike<T>): Promise<T> | undefined {
  if (value instanceof Promise) return value;
  if ((typeof value !== "object" || value === null) && typeof value !== "function")
    return undefined;
  const { then } = value as PromiseLike<T>;
  if (typeof then !== "function") return undefined;
  return new Promise((resolve, reject) => void then.call(value as PromiseLike<T>, resolve, reject));
}

function nothing(): void {}
