import type { Grant } from "./grant";
import type { Member } from "./member";
import type { Outlook } from "./outlook";
import type { Outcome, Parking } from "./parking";
import type { Phase } from "./phase";
import type { ReadyLanes } from "./ready-lanes";
import type { Runtime } from "./runtime";
import type { Task } from "./task";
import type { TaskOwner } from "./task-owner";
import { stackOf } from "./wait-stack";

export type { WaitOptions } from "./wait-options";

/** The promise of a wait. A bare native one, since awaiting anything else costs three times as much. */
export type Wait<T> = Promise<T>;

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
export abstract class ParkedWait<T> implements Grant {
  /**
   * Its state: `newParking(this, options)`, made by the constructor of each class that extends this one.
   *
   * Hot: this class has no constructor and no fields, since V8 would not inline them into those of the
   * classes that extend it.
   */
  abstract readonly parking: Parking;

  /** What the wait belongs to, and is ended with; undefined for code that is nobody's. */
  get owner(): TaskOwner | undefined {
    return this.parking.owner;
  }

  get runtime(): Runtime {
    return this.parking.runtime;
  }

  /** The phase in whose drains it goes on; undefined where that is `process` or `late`. */
  get phase(): Phase | undefined {
    return this.parking.phase;
  }

  /** The task that waits; undefined for code outside of any task. */
  get task(): Task | undefined {
    return this.parking.task;
  }

  get name(): string {
    return this.parking.options?.name ?? this.describe();
  }

  /** The name for the report of a wait that lasts too long, which tells more. */
  get fullName(): string {
    return this.parking.options?.name ?? this.describeFully();
  }

  /** What can be said of its end. One that stays `open` for long is taken for stuck. */
  get outlook(): Outlook {
    return "open";
  }

  /** @internal What it combines, of that which hasn't ended; nothing for a wait for one thing. */
  get members(): Iterable<Member> {
    return [];
  }

  /** @internal Where the wait was entered, if {@link Runtime.keepsStacks}. */
  get stack(): string | undefined {
    return stackOf(this);
  }

  /** @internal What {@link begin} returned: by it a wait is known that was passed on as its promise. */
  get promise(): Promise<unknown> | undefined {
    return this.parking.promise;
  }

  /** Whether nothing has ended the wait yet. */
  get isParked(): boolean {
    return this.parking.isParked;
  }

  /**
   * Parks, and returns the promise to await. Rejects without having begun anything when
   * the signal is aborted already, or when a cancellation waits to be delivered.
   */
  begin(): Wait<T> {
    const { parking } = this;
    const refused = parking.refusal();
    if (refused !== undefined) return refused;
    const promise = parking.park();
    try {
      this.list();
    } catch (error) {
      parking.forget();
      throw error;
    }
    parking.watchSignal();
    return promise as Wait<T>;
  }

  /**
   * Ends the wait with a value. Does nothing when it has ended.
   *
   * @param lane where to queue it, if its task is served by the runtime's own pool.
   */
  settle(value: T, lane?: ReadyLanes): void {
    if (this.end("fulfilled", value)) this.parking.queue(lane);
  }

  /** Ends the wait with an error. Does nothing when it has ended. */
  fail(error: unknown): void {
    if (this.end("rejected", error)) this.parking.queue();
  }

  /** Ends the wait and settles its promise at once: for waits that name an exact moment. */
  release(value: T): void {
    if (this.end("fulfilled", value)) this.parking.poll();
  }

  /** Like {@link release}, with an error. */
  releaseError(error: unknown): void {
    if (this.end("rejected", error)) this.parking.poll();
  }

  /** Ends the wait with an error that nobody needs to handle, even if a value was on its way. */
  interrupt(error: unknown): void {
    const { parking } = this;
    if (this.end("interrupted", error)) {
      parking.queue();
    } else if (parking.isReady) {
      const { given } = parking;
      parking.replace(error);
      if (given !== undefined) this.retract(given.value as T);
    }
  }

  /** Forgets the wait: its promise never settles, and whoever awaits it is garbage. */
  drop(): void {
    const { parking } = this;
    const { isParked, given } = parking;
    if (!isParked && !parking.isReady) return;
    parking.forget();
    if (isParked) this.unlist();
    if (given !== undefined) this.retract(given.value as T);
  }

  /** @internal Takes back the value that the promise was settled with, since nobody will use it. */
  takeBack(): void {
    const taken = this.parking.takeBack();
    if (taken !== undefined) this.retract(taken.value as T);
  }

  /** Passes the wait to another owner, or to none, when its own has ended. */
  moveTo(owner: TaskOwner | undefined): void {
    this.parking.moveTo(owner);
  }

  /** Whether the wait has ended, and its promise hasn't been settled yet. */
  get isReady(): boolean {
    return this.parking.isReady;
  }

  /** Notes how the wait has ended, and leaves what would have ended it. False when it isn't parked. */
  protected end(state: Outcome, outcome: unknown): boolean {
    if (!this.parking.finish(state, outcome)) return false;
    this.unlist();
    return true;
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
}
