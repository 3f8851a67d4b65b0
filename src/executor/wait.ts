import { currentOwner } from "./current-task";
import type { Grant } from "./grant";
import type { LinkedList } from "./linked-list";
import type { LocalFuture } from "./local-spawn";
import type { Phase } from "./phase";
import type { Priority } from "./priority";
import type { ReadyLanes } from "./ready-lanes";
import { Runtime } from "./runtime";
import type { Task } from "./task";
import type { TaskOwner } from "./task-owner";
import { checkOptions, type WaitOptions } from "./wait-options";
import { keepStack, stackOf } from "./wait-stack";

export type { WaitOptions } from "./wait-options";

/** The promise of a wait. A bare native one, since awaiting anything else costs three times as much. */
export type Wait<T> = Promise<T>;

// An "interrupted" wait rejects with an error that nobody needs to handle.
type Outcome = "fulfilled" | "rejected" | "interrupted";
type State = "new" | "parked" | Outcome | "delivered" | "dropped";

let resolvePromise: (value: unknown) => void;
let rejectPromise: (error: unknown) => void;

// One executor for all promises: a closure for each would cost 64 bytes a wait.
function capture(resolve: (value: never) => void, reject: (error: unknown) => void): void {
  resolvePromise = resolve as (value: unknown) => void;
  rejectPromise = reject;
}

/**
 * What every wait is made of: something parked under a task until it settles, once.
 *
 * When to use: to make a new kind of wait. Subclasses enter themselves with what will end
 * them in `list`, leave it in `unlist`, and are ended by `settle` or `fail`. For anything
 * that looks like a signal, {@link once} needs no subclass.
 *
 * A settled wait is queued with the executor of its task, and its promise is settled when
 * the executor polls it: never within the call that settled it. A cancellation of the task
 * takes the place of a value that wasn't delivered yet, so that a cancelled task runs no
 * further than its cleanup.
 */
export abstract class ParkedWait<T> implements LocalFuture, Grant {
  /** What the wait belongs to, and is ended with; undefined for code that is nobody's. */
  owner: TaskOwner | undefined;
  readonly runtime: Runtime;
  readonly phase: Phase | undefined;
  previous: ParkedWait<unknown> | undefined;
  next: ParkedWait<unknown> | undefined;
  readonly #options: WaitOptions | undefined;
  #state: State = "new";
  #outcome: unknown;
  #promise: Promise<unknown> | undefined;
  #resolve: ((value: unknown) => void) | undefined;
  #reject: ((error: unknown) => void) | undefined;
  #unwatch: (() => void) | undefined;

  constructor(options: WaitOptions | undefined, phase: Phase | undefined = options?.phase) {
    if (options !== undefined) checkOptions(options);
    this.#options = options;
    this.phase = phase;
    this.owner = currentOwner();
    this.runtime = this.owner?.runtime ?? Runtime.current();
  }

  /** The task that waits; undefined for code outside of any task. */
  get task(): Task | undefined {
    return this.owner?.kind === "task" ? this.owner : undefined;
  }

  get name(): string {
    return this.#options?.name ?? this.describe();
  }

  /** The name for the report of a wait that lasts too long, which tells more. */
  get fullName(): string {
    return this.#options?.name ?? this.describeFully();
  }

  /** Whether it ends without anybody's doing, as a time does; then it is never taken for stuck. */
  get endsByItself(): boolean {
    return false;
  }

  /** @internal Where the wait was entered, if {@link Runtime.keepsStacks}. */
  get stack(): string | undefined {
    return stackOf(this);
  }

  /** @internal What {@link begin} returned: by it a wait is known that was passed on as its promise. */
  get promise(): Promise<unknown> | undefined {
    return this.#promise;
  }

  /** Whether nothing has ended the wait yet. */
  get isParked(): boolean {
    return this.#state === "parked";
  }

  get priority(): Priority | undefined {
    return this.owner?.priority;
  }

  /**
   * Parks, and returns the promise to await. Rejects without having begun anything when
   * the signal is aborted already, or when a cancellation waits to be delivered.
   */
  begin(): Wait<T> {
    const refused = this.task?.refuseWait();
    if (refused !== undefined) return refused;
    const signal = this.#options?.signal;
    if (signal?.aborted === true) return Promise.reject(signal.reason);
    const promise = new Promise<T>(capture);
    this.#promise = promise;
    this.#resolve = resolvePromise;
    this.#reject = rejectPromise;
    this.#state = "parked";
    this.#home.add(this);
    this.runtime.waitCount++;
    if (this.runtime.keepsStacks) keepStack(this);
    if (this.phase !== undefined) this.runtime.phases.use(this.phase);
    try {
      this.list();
    } catch (error) {
      this.#leave("dropped");
      throw error;
    }
    if (signal !== undefined && this.#state === "parked") this.#watch(signal);
    return promise;
  }

  /**
   * Ends the wait with a value. Does nothing when it has ended.
   *
   * @param lane where to queue it, if its task is served by the runtime's own pool.
   */
  settle(value: T, lane?: ReadyLanes): void {
    this.#end("fulfilled", value, lane);
  }

  /** Ends the wait with an error. Does nothing when it has ended. */
  fail(error: unknown): void {
    this.#end("rejected", error);
  }

  /** Ends the wait and settles its promise at once: for waits that name an exact moment. */
  release(value: T): void {
    if (this.#state !== "parked") return;
    this.#finish("fulfilled", value);
    this.poll();
  }

  /** Like {@link release}, with an error. */
  releaseError(error: unknown): void {
    if (this.#state !== "parked") return;
    this.#finish("rejected", error);
    this.poll();
  }

  /** Ends the wait with an error that nobody needs to handle, even if a value was on its way. */
  interrupt(error: unknown): void {
    if (!this.isReady) {
      this.#end("interrupted", error);
      return;
    }
    const state = this.#state;
    const value = this.#outcome;
    this.#state = "interrupted";
    this.#outcome = error;
    if (state === "fulfilled") this.retract(value as T);
  }

  /** Forgets the wait: its promise never settles, and whoever awaits it is garbage. */
  drop(): void {
    const state = this.#state;
    if (state === "delivered" || state === "dropped") return;
    if (state === "parked") this.#finish("dropped", undefined);
    this.#leave("dropped");
    if (state === "fulfilled") this.retract(this.#outcome as T);
  }

  /** @internal Takes back the value that the promise was settled with, since nobody will use it. */
  takeBack(): void {
    if (this.#state !== "delivered") return;
    this.#state = "dropped";
    this.retract(this.#outcome as T);
  }

  /** Passes the wait to another owner, or to none, when its own has ended. */
  moveTo(owner: TaskOwner | undefined): void {
    this.#home.remove(this);
    this.owner = owner;
    this.#home.add(this);
  }

  /** Whether the wait has ended, and its promise hasn't been settled yet. */
  get isReady(): boolean {
    const state = this.#state;
    return state === "fulfilled" || state === "rejected" || state === "interrupted";
  }

  /** Settles the promise with what the wait ended with. */
  poll(): void {
    if (!this.isReady) return;
    const state = this.#state;
    this.#leave("delivered");
    this.runtime.counters.released++;
    if (state === "fulfilled") {
      this.#resolve?.(this.#outcome);
      return;
    }
    if (state === "interrupted") this.#promise?.then(undefined, ignore);
    this.#reject?.(this.#outcome);
  }

  /** Enters the wait with what will end it. If it throws, the wait was never begun. */
  protected abstract list(): void;

  /** Leaves what would have ended it. Called once, on any end. */
  protected abstract unlist(): void;

  /**
   * Takes back a value that the wait ended with, and that nobody will use: the wait was interrupted
   * before its promise was settled, or it was a member of a combination that came to nothing. For
   * what is handed to one waiter alone.
   */
  protected retract(_value: T): void {}

  /** What is waited for, as a person would say it. */
  protected abstract describe(): string;

  /** The same, and where it is, as far as that is known: asked for rarely. */
  protected describeFully(): string {
    return this.describe();
  }

  get #home(): LinkedList<ParkedWait<unknown>> {
    return (this.owner ?? this.runtime).waits;
  }

  #end(state: Outcome, outcome: unknown, lane?: ReadyLanes): void {
    if (this.#state !== "parked") return;
    this.#finish(state, outcome);
    const { runtime } = this;
    const executor = this.task?.executor ?? runtime.pool;
    if (lane !== undefined && executor === runtime.pool) {
      lane.push(this);
      return;
    }
    try {
      executor.spawnLocal(this);
    } catch (error) {
      runtime.host.reportError(error, this.task);
      runtime.pool.spawnLocal(this);
    }
  }

  #finish(state: State, outcome: unknown): void {
    this.#state = state;
    this.#outcome = outcome;
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.unlist();
  }

  #leave(state: State): void {
    this.#state = state;
    this.#home.remove(this);
    this.runtime.waitCount--;
    this.runtime.hasStirred = true;
    if (this.phase !== undefined) this.runtime.phases.leave(this.phase);
  }

  #watch(signal: AbortSignal): void {
    const onAbort = () => this.interrupt(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    this.#unwatch = () => signal.removeEventListener("abort", onAbort);
  }
}

function ignore(): void {}
