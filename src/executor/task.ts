import { CancelledError, isAbort } from "./cancelled-error";
import { leaveCallback, returnToCallback, TaskStart } from "./current-task";
import { joinTask } from "./join";
import type { LocalFuture, LocalSpawn } from "./local-spawn";
import type { Priority } from "./priority";
import type { Runtime } from "./runtime";
import { TaskDialogue } from "./task-dialogue";
import { familyOf, type TaskOwner } from "./task-owner";

export type TaskState = "queued" | "running" | "cancelling" | "completed" | "failed" | "cancelled";

/** What a task runs. It is given the task itself. */
export type TaskBody<T> = (task: Task) => T | PromiseLike<T>;

const NOT_BEGUN = -1;

// Apart, since few tasks have one, and each field makes every task larger.
const controllers = new WeakMap<object, AbortController>();
/** The wait of a cancelled task that was refused, where one was. */
const refusals = new WeakMap<object, Promise<never>>();

/**
 * Work that runs by itself until it ends: made by {@link spawn}, awaited for its result.
 *
 * It ends as its body does: `completed` with what the body returns, `failed` with what it
 * throws. When it was asked to cancel, and lets the {@link CancelledError} out, it is
 * `cancelled`: a body that catches the error and returns a value has completed. A body that
 * isn't over a quarter of a second after it was cancelled gets the error once more, where it waits, and
 * is then given up: the task is `cancelled`, and what still runs of it stops at its next wait.
 *
 * It is `cancelled` as well, and nothing is reported, when what it awaited was cancelled by
 * somebody else, and it lets that error out: the CancelledError of another task, an AbortError.
 * The tasks that it started go on then.
 */
export class Task<T = unknown>
  extends TaskDialogue<T>
  implements PromiseLike<T>, LocalFuture, AsyncDisposable
{
  /** Counts the tasks of the runtime, from 1. */
  readonly id: number;
  /** @internal Where the task, and each of its waits when it ends, is queued. */
  readonly executor: LocalSpawn;
  readonly priority: Priority;
  readonly #name: string;
  #begunAt = NOT_BEGUN;
  #state: TaskState = "queued";
  #start: TaskStart<T | PromiseLike<T>> | undefined;
  #outcome: unknown;
  #cancellation: CancelledError | undefined;
  #hasDelivered = false;

  /** @internal Tasks are made by {@link spawn}. */
  constructor(
    body: TaskBody<T>,
    name: string,
    parent: TaskOwner | undefined,
    runtime: Runtime,
    executor: LocalSpawn,
    priority: Priority,
  ) {
    super(parent, runtime);
    this.id = runtime.nextTaskId();
    this.#start = new TaskStart(body);
    this.#name = name;
    this.executor = executor;
    this.priority = priority;
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

  /** What the body threw, when the task has failed; when it was cancelled, what with. */
  get error(): unknown {
    return this.#state === "failed" || this.#state === "cancelled" ? this.#outcome : undefined;
  }

  /** How many seconds ago the body began to run; 0 while the task is queued. */
  get age(): number {
    if (this.#begunAt === NOT_BEGUN) return 0;
    return Math.max(0, this.runtime.host.now() - this.#begunAt) / 1000;
  }

  /** Aborted when the task is cancelled, for `fetch` and the like. Made when first asked for. */
  get signal(): AbortSignal {
    let controller = controllers.get(this);
    if (controller === undefined) {
      controller = new AbortController();
      controllers.set(this, controller);
      if (this.#cancellation !== undefined) controller.abort(this.#cancellation);
    }
    return controller.signal;
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

  // biome-ignore lint/suspicious/noThenProperty: awaiting a task is what a task is for
  then<R1 = T, R2 = never>(
    onFulfilled?: ((value: T) => R1 | PromiseLike<R1>) | null,
    onRejected?: ((error: unknown) => R2 | PromiseLike<R2>) | null,
  ): Promise<R1 | R2> {
    this.observe();
    return joinTask(this, "result").then(onFulfilled, onRejected);
  }

  /** Cancels the task and waits for its end. Throws nothing of what the task threw. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.cancel("its scope has ended");
    if (!this.isSettled) await joinTask(this, "end");
  }

  /** @internal Whether it ended since it was asked to. What it left running may then begin nothing more. */
  get wasCancelled(): boolean {
    return this.#state === "cancelled" && this.#cancellation !== undefined;
  }

  /** @internal The cancellation that the body hasn't been told of yet. */
  get pendingCancellation(): CancelledError | undefined {
    return this.#hasDelivered || this.isSettled ? undefined : this.#cancellation;
  }

  /** @internal Runs the body, once. */
  poll(): void {
    const start = this.#start;
    if (this.#state !== "queued" || start === undefined) return;
    this.#start = undefined;
    this.#state = "running";
    this.runtime.counters.released++;
    if (this.#begunAt === NOT_BEGUN) this.#begunAt = Math.trunc(this.runtime.drainBegunAt);
    let outcome: T | PromiseLike<T>;
    let promise: Promise<T> | undefined;
    try {
      outcome = start.run(this as Task);
      promise = outcome instanceof Promise ? outcome : this.#adopt(outcome, start);
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

  /** @internal What a wait returns instead of beginning, when the task may not wait. */
  refuseWait(): Promise<never> | undefined {
    return this.#cancellation === undefined ? undefined : this.#refuse(this.#cancellation);
  }

  #refuse(cancellation: CancelledError): Promise<never> | undefined {
    if (this.isSettled) return new Promise(nothing);
    if (this.#hasDelivered) return undefined;
    this.#hasDelivered = true;
    const refused = Promise.reject(cancellation);
    refused.catch(nothing);
    refusals.set(this, refused);
    return refused;
  }

  /** @internal Whether a promise is that of the wait which was refused with the task's cancellation. */
  isRefused(promise: unknown): boolean {
    return promise !== undefined && promise === refusals.get(this);
  }

  /** @internal Ends the waits that a cancelled task is in with its cancellation, though it was told. */
  interruptAgain(): void {
    if (this.#cancellation !== undefined) this.waits.interruptAll(this.#cancellation);
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
    this.waits.interruptAll(error);
    controllers.get(this)?.abort(error);
  }

  /**
   * What to wait for, if the body returned something like a promise. Its `then` is read once, as it must
   * be, and called within the task: that of another task waits, and the wait is to be this one's.
   */
  #adopt(value: T | PromiseLike<T>, start: TaskStart<T | PromiseLike<T>>): Promise<T> | undefined {
    if ((typeof value !== "object" || value === null) && typeof value !== "function")
      return undefined;
    const { then } = value as PromiseLike<T>;
    if (typeof then !== "function") return undefined;
    return start.enter(
      this as Task,
      () =>
        new Promise((resolve, reject) => void then.call(value as PromiseLike<T>, resolve, reject)),
    );
  }

  #fail(error: unknown): void {
    this.#settle(isAbort(error) ? "cancelled" : "failed", error);
  }

  #settle(state: "completed" | "failed" | "cancelled", outcome: unknown): void {
    if (this.isSettled) return;
    this.#state = state;
    this.#outcome = outcome;
    this.#start = undefined;
    this.leaveTree(this.wasCancelled ? "forget" : "pass on");
    this.runtime.taskCount--;
    this.runtime.hasStirred = true;
    this.tellSettled();
    if (state !== "failed") return;
    const { parent } = this;
    if (parent?.kind === "scope") parent.taskFailed(this as Task);
    if (!this.isHandled) this.runtime.watchFailed(this);
  }
}

function nothing(): void {}
