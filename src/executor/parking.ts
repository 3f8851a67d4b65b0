import { currentOwner } from "./current-task";
import type { LinkedList } from "./linked-list";
import type { LocalFuture } from "./local-spawn";
import type { Phase } from "./phase";
import type { Priority } from "./priority";
import type { ReadyLanes } from "./ready-lanes";
import { Runtime } from "./runtime";
import type { Task } from "./task";
import type { TaskOwner } from "./task-owner";
import type { ParkedWait } from "./wait";
import { checkOptions, type WaitOptions } from "./wait-options";
import { keepStack } from "./wait-stack";

// An "interrupted" wait rejects with an error that nobody needs to handle.
export type Outcome = "fulfilled" | "rejected" | "interrupted";
type State = "new" | "parked" | Outcome | "delivered" | "dropped";

/** What a kind of wait does in its own way, which is protected there. */
interface Parked {
  list(): void;
  unlist(): void;
  retract(value: unknown): void;
}

let resolvePromise: (value: unknown) => void;
let rejectPromise: (error: unknown) => void;

// One executor for all promises: a closure for each would cost 64 bytes a wait.
function capture(resolve: (value: never) => void, reject: (error: unknown) => void): void {
  resolvePromise = resolve as (value: unknown) => void;
  rejectPromise = reject;
}

/**
 * The state of a wait, and its place among those of its owner and in the queue.
 *
 * Hot: apart from the wait, of which there are thirty kinds, so that all states have one shape. V8 then
 * knows where the fields lie: a game that uses many kinds wakes its tasks twice as fast.
 */
export class Parking implements LocalFuture {
  readonly wait: ParkedWait<unknown>;
  /** What the wait belongs to, and is ended with; undefined for code that is nobody's. */
  owner: TaskOwner | undefined;
  readonly runtime: Runtime;
  readonly phase: Phase | undefined;
  readonly options: WaitOptions | undefined;
  promise: Promise<unknown> | undefined;
  previous: Parking | undefined;
  next: Parking | undefined;
  #state: State = "new";
  #outcome: unknown;
  #resolve: ((value: unknown) => void) | undefined;
  #reject: ((error: unknown) => void) | undefined;
  #unwatch: (() => void) | undefined;

  constructor(
    wait: ParkedWait<unknown>,
    options: WaitOptions | undefined,
    phase: Phase | undefined,
  ) {
    if (options !== undefined) checkOptions(options);
    this.wait = wait;
    this.options = options;
    this.phase = phase;
    this.owner = currentOwner();
    this.runtime = this.owner?.runtime ?? Runtime.current();
  }

  get name(): string {
    return this.wait.name;
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

  begin(): Promise<unknown> {
    const refused = this.task?.refuseWait();
    if (refused !== undefined) return refused;
    const signal = this.options?.signal;
    if (signal?.aborted === true) return Promise.reject(signal.reason);
    const promise = new Promise<unknown>(capture);
    this.promise = promise;
    this.#resolve = resolvePromise;
    this.#reject = rejectPromise;
    this.#state = "parked";
    this.#home.add(this);
    this.runtime.waitCount++;
    if (this.runtime.keepsStacks) keepStack(this.wait);
    if (this.phase !== undefined) this.runtime.phases.use(this.phase);
    try {
      this.#parked.list();
    } catch (error) {
      this.#leave("dropped");
      throw error;
    }
    if (signal !== undefined && this.#state === "parked") this.#watch(signal);
    return promise;
  }

  end(state: Outcome, outcome: unknown, lane?: ReadyLanes): void {
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

  release(state: Outcome, outcome: unknown): void {
    if (this.#state !== "parked") return;
    this.#finish(state, outcome);
    this.poll();
  }

  interrupt(error: unknown): void {
    if (!this.isReady) {
      this.end("interrupted", error);
      return;
    }
    const state = this.#state;
    const value = this.#outcome;
    this.#state = "interrupted";
    this.#outcome = error;
    if (state === "fulfilled") this.#parked.retract(value);
  }

  drop(): void {
    const state = this.#state;
    if (state === "delivered" || state === "dropped") return;
    if (state === "parked") this.#finish("dropped", undefined);
    this.#leave("dropped");
    if (state === "fulfilled") this.#parked.retract(this.#outcome);
  }

  takeBack(): void {
    if (this.#state !== "delivered") return;
    this.#state = "dropped";
    this.#parked.retract(this.#outcome);
  }

  moveTo(owner: TaskOwner | undefined): void {
    this.#home.remove(this);
    this.owner = owner;
    this.#home.add(this);
  }

  poll(): void {
    if (!this.isReady) return;
    const state = this.#state;
    this.#leave("delivered");
    this.runtime.counters.released++;
    if (state === "fulfilled") {
      this.#resolve?.(this.#outcome);
      return;
    }
    if (state === "interrupted") this.promise?.then(undefined, ignore);
    this.#reject?.(this.#outcome);
  }

  get #parked(): Parked {
    return this.wait as unknown as Parked;
  }

  get #home(): LinkedList<Parking> {
    return (this.owner ?? this.runtime).waits;
  }

  #finish(state: State, outcome: unknown): void {
    this.#state = state;
    this.#outcome = outcome;
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.#parked.unlist();
  }

  #leave(state: State): void {
    this.#state = state;
    this.#home.remove(this);
    this.runtime.waitCount--;
    this.runtime.hasStirred = true;
    if (this.phase !== undefined) this.runtime.phases.leave(this.phase);
  }

  #watch(signal: AbortSignal): void {
    const onAbort = () => this.wait.interrupt(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    this.#unwatch = () => signal.removeEventListener("abort", onAbort);
  }
}

function ignore(): void {}
