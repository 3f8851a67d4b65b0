import { currentOwner } from "./current-task";
import type { FrameRow } from "./frame-queue";
import type { LocalFuture } from "./local-spawn";
import type { Phase } from "./phase";
import type { Priority } from "./priority";
import type { ReadyLanes } from "./ready-lanes";
import { Runtime } from "./runtime";
import type { Task } from "./task";
import type { TaskOwner } from "./task-owner";
import type { ParkedWait } from "./wait";
import { checkOptions, refusalOf, type WaitOptions } from "./wait-options";
import { keepStack } from "./wait-stack";

// An "interrupted" wait rejects with an error that nobody needs to handle.
export type Outcome = "fulfilled" | "rejected" | "interrupted";
type State = "new" | "parked" | Outcome | "delivered" | "dropped";

// Apart, since few waits have one, and each field makes every wait larger.
const abortListeners = new WeakMap<Parking, () => void>();

/**
 * The state of a wait, and its places: among those of its owner, among those for a frame, and in the
 * queue of what is ready.
 *
 * Hot: apart from the wait, of which there are thirty kinds, so that all states have one shape. V8 then
 * knows where the fields lie: a game that uses many kinds wakes its tasks twice as fast.
 */
export class Parking implements LocalFuture {
  readonly wait: ParkedWait<unknown>;
  /** What the wait belongs to, and is ended with; undefined for code that is nobody's. */
  owner: TaskOwner | undefined;
  readonly runtime: Runtime;
  readonly options: WaitOptions | undefined;
  promise: Promise<unknown> | undefined;
  /** The links of a ParkedList. */
  previous: Parking | undefined;
  next: Parking | undefined;
  /** The row for a frame that it is in, and its links there. */
  row: FrameRow | undefined;
  ahead: Parking | undefined;
  behind: Parking | undefined;
  #state: State = "new";
  #outcome: unknown;
  #resolve: ((value: unknown) => void) | undefined;
  #reject: ((error: unknown) => void) | undefined;

  /** See {@link newParking}. */
  constructor(
    wait: ParkedWait<unknown>,
    options: WaitOptions | undefined,
    owner: TaskOwner | undefined,
    runtime: Runtime,
  ) {
    this.wait = wait;
    this.options = options;
    this.owner = owner;
    this.runtime = runtime;
  }

  get name(): string {
    return this.wait.name;
  }

  get phase(): Phase | undefined {
    return this.options?.phase;
  }

  get task(): Task | undefined {
    return this.owner?.kind === "task" ? this.owner : undefined;
  }

  get priority(): Priority | undefined {
    return this.owner?.priority;
  }

  get isParked(): boolean {
    return this.#state === "parked";
  }

  get isReady(): boolean {
    const state = this.#state;
    return state === "fulfilled" || state === "rejected" || state === "interrupted";
  }

  /** What the wait ended with, if it is a value that isn't delivered yet. */
  get given(): { readonly value: unknown } | undefined {
    return this.#state === "fulfilled" ? { value: this.#outcome } : undefined;
  }

  /** What the wait returns instead of beginning, when it may not begin. */
  refusal(): Promise<never> | undefined {
    const { owner, options } = this;
    const refused = owner?.kind === "task" ? owner.refuseWait() : undefined;
    return refused === undefined && options !== undefined ? refusalOf(options) : refused;
  }

  park(): Promise<unknown> {
    const promise = new Promise<unknown>((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.promise = promise;
    this.#state = "parked";
    this.#home().addWait(this);
    const { runtime, options } = this;
    runtime.waitCount++;
    if (runtime.keepsStacks) keepStack(this.wait);
    if (options !== undefined) usePhase(runtime, options);
    return promise;
  }

  /** Has the wait end when its signal, if it has one, is aborted. */
  watchSignal(): void {
    const signal = this.options?.signal;
    if (signal !== undefined) watch(this, signal);
  }

  /** Notes how a parked wait has ended. False when it isn't parked. */
  finish(state: Outcome, outcome: unknown): boolean {
    if (this.#state !== "parked") return false;
    this.#state = state;
    this.#outcome = outcome;
    if (this.options !== undefined) this.#unwatchSignal();
    return true;
  }

  /**
   * Has the executor deliver what the wait ended with.
   *
   * @param lane where to queue it, if its task is served by the runtime's own pool.
   */
  queue(lane?: ReadyLanes): void {
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

  /** Delivers what the wait ended with. */
  poll(): void {
    if (this.isReady) this.#deliver(this.#state, this.#outcome);
  }

  /** Ends the wait with a value, and delivers it at once: for what it was listed with, and is no longer. */
  releaseUnlisted(value: unknown): void {
    if (this.finish("fulfilled", value)) this.#deliver("fulfilled", value);
  }

  /** Puts an interruption in the place of what the wait ended with, and what isn't delivered yet. */
  replace(error: unknown): void {
    this.#state = "interrupted";
    this.#outcome = error;
  }

  /** Leaves a wait whose promise will not be settled. */
  forget(): void {
    this.#unwatchSignal();
    this.#leave("dropped");
  }

  /** Notes that nobody will use what was delivered, and returns it; undefined when that was noted. */
  takeBack(): { readonly value: unknown } | undefined {
    if (this.#state !== "delivered") return undefined;
    this.#state = "dropped";
    return { value: this.#outcome };
  }

  moveTo(owner: TaskOwner | undefined): void {
    this.#home().removeWait(this);
    this.owner = owner;
    this.#home().addWait(this);
  }

  // Hot: a method, as every private getter calls into V8's runtime.
  #home(): TaskOwner | Runtime {
    return this.owner ?? this.runtime;
  }

  #deliver(state: State, outcome: unknown): void {
    this.#leave("delivered");
    this.runtime.counters.released++;
    if (state === "fulfilled") this.#resolve?.(outcome);
    else this.#deliverError(state, outcome);
  }

  #deliverError(state: State, outcome: unknown): void {
    if (state === "interrupted") this.promise?.then(undefined, ignore);
    this.#reject?.(outcome);
  }

  #leave(state: State): void {
    this.#state = state;
    this.#home().removeWait(this);
    const { runtime, options } = this;
    runtime.waitCount--;
    runtime.hasStirred = true;
    if (options !== undefined) leavePhase(runtime, options);
  }

  #unwatchSignal(): void {
    const signal = this.options?.signal;
    if (signal === undefined) return;
    const onAbort = abortListeners.get(this);
    if (onAbort !== undefined) signal.removeEventListener("abort", onAbort);
  }
}

/**
 * The state of a wait that belongs to who runs now.
 *
 * @throws TypeError where the options aren't what they should be; RuntimeError where nothing would end it.
 *
 * Hot: apart from the constructor, which V8 copies into this function, and so makes the object itself.
 */
export function newParking(wait: ParkedWait<unknown>, options: WaitOptions | undefined): Parking {
  if (options !== undefined) checkOptions(options);
  const owner = currentOwner();
  return new Parking(wait, options, owner, owner?.runtime ?? Runtime.current());
}

// Hot: what few waits need is apart, which leaves what all need so small that V8 makes one function of
// it and of what it calls.

function watch(parking: Parking, signal: AbortSignal): void {
  if (!parking.isParked) return;
  const onAbort = () => parking.wait.interrupt(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  abortListeners.set(parking, onAbort);
}

function usePhase(runtime: Runtime, { phase }: WaitOptions): void {
  if (phase !== undefined) runtime.phases.use(phase);
}

function leavePhase(runtime: Runtime, { phase }: WaitOptions): void {
  if (phase !== undefined) runtime.phases.leave(phase);
}

function ignore(): void {}
