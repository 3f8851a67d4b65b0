import { CancelledError } from "./cancelled-error";
import { currentOwner } from "./current-task";
import { type Grant, grantOf } from "./grant";
import type { Linked, LinkedList } from "./linked-list";
import { type Outlook, outlookOfTask } from "./outlook";
import { quote } from "./quote";
import { Runtime } from "./runtime";
import { spawn } from "./spawn";
import { Task, type TaskBody } from "./task";
import type { ParkedWait } from "./wait";

/**
 * What can be combined: a wait, a task, any promise, or a function, which is run as a task of
 * its own. A wait or task that loses is cancelled; a promise of another kind goes on, and what
 * becomes of it is ignored.
 *
 * When to use: pass what you would await. Where more than one wait follows the other, pass a
 * function: the promise of an async function that runs already can't be cancelled.
 */
export type Combinable<T = unknown> = PromiseLike<T> | TaskBody<T>;

/** What a {@link Combinable} resolves to. */
export type Combined<C> = C extends (...args: never[]) => infer R ? Awaited<R> : Awaited<C>;

/** @throws TypeError when it is something else, such as a signal that nobody waits for yet. */
export function checkCombinable(combinator: string, place: string, value: unknown): void {
  if (typeof value === "function") return;
  if (typeof (value as PromiseLike<unknown> | undefined | null)?.then === "function") return;
  throw new TypeError(
    `${combinator} takes waits, tasks, promises and functions, but ${place} is ${quote(value)}`,
  );
}

/** How a member ended. */
export type Ending =
  | { readonly status: "fulfilled"; readonly value: unknown }
  | { readonly status: "rejected"; readonly error: unknown };

/** Something that runs as part of a {@link CombinedWait}, which keeps it in a list. */
export class Member implements Linked<Member> {
  previous: Member | undefined;
  next: Member | undefined;
  /** The list it is in. */
  list: LinkedList<Member> | undefined;
  readonly index: number;
  readonly source: Combinable;
  /** The wait that it is, if it is one of ours. */
  readonly wait: ParkedWait<unknown> | undefined;
  readonly #name: (index: number) => string;
  readonly #start: "now" | "queued";
  #task: Task | undefined;
  /** What it resolves to, where that is for one taker alone. */
  #grant: Grant | undefined;
  hasEnded = false;

  /** @param wait of whose promise the source is, where it is one of ours. */
  constructor(
    source: Combinable,
    index: number,
    name: (index: number) => string,
    wait: ParkedWait<unknown> | undefined,
    start: "now" | "queued" = "now",
  ) {
    this.#start = start;
    this.source = source;
    this.index = index;
    this.#name = name;
    this.wait = wait;
    this.#grant = wait ?? (typeof source === "function" ? undefined : grantOf(source));
  }

  /** The task that it is or runs as, once it is started. */
  get task(): Task | undefined {
    return this.#task;
  }

  /** What can be said of its end. */
  get outlook(): Outlook {
    if (this.wait !== undefined) return this.wait.outlook;
    return this.#task === undefined ? "unknown" : outlookOfTask(this.#task);
  }

  /** What it is, with all that is known of it where that is wanted in full. */
  describe(detail: "short" | "full"): string {
    if (this.wait !== undefined) return detail === "full" ? this.wait.fullName : this.wait.name;
    return this.#task === undefined ? "a promise" : `task "${this.#task.name}"`;
  }

  /** Whether what it resolves to can be given back. */
  get isGrant(): boolean {
    return this.#grant !== undefined;
  }

  /** Whether it goes on by itself, started or not. */
  get isGoing(): boolean {
    return typeof this.source !== "function";
  }

  /**
   * Starts it, if it doesn't run yet.
   *
   * @param onEnd called once, maybe within the call. It returns whether a failure was taken care of.
   */
  start(onEnd: (member: Member, ending: Ending) => boolean): void {
    const source = this.source;
    if (source instanceof Task || typeof source === "function") {
      const task = source instanceof Task ? source : this.#spawn(source);
      this.#task = task;
      task.onSettled(() => {
        this.hasEnded = true;
        return onEnd(this, endingOf(task));
      });
      return;
    }
    const promise = source instanceof Promise ? source : Promise.resolve(source);
    promise.then(
      (value) => {
        this.hasEnded = true;
        onEnd(this, { status: "fulfilled", value });
      },
      (error) => {
        this.hasEnded = true;
        onEnd(this, { status: "rejected", error });
      },
    );
  }

  /** Cancels it, if that is possible. Returns whether it still has to clean up. */
  cancel(reason: string): boolean {
    if (this.hasEnded) return false;
    if (this.#task !== undefined) {
      this.#task.cancel(reason);
      return !this.#task.isSettled;
    }
    const { wait } = this;
    if (wait === undefined) {
      this.giveBack();
      return false;
    }
    wait.interrupt(CancelledError.ofLoser(wait.name, reason));
    // At once: left to a drain, it would take a cancellation of the task for its own, and the task, which
    // doesn't wait here any more, would hear of none.
    wait.parking.poll();
    return wait.isParked;
  }

  /** Gives back what it has resolved to, since nobody will get it. Harmless twice. */
  giveBack(): void {
    this.#grant?.takeBack();
  }

  /** Cancels it before it was started; what becomes of it is ignored. */
  discard(reason: string): void {
    if (this.source instanceof Task) this.source.cancel(reason);
    else if (typeof this.source !== "function") {
      this.cancel(reason);
      this.source.then(undefined, () => undefined);
    }
  }

  #spawn(body: TaskBody<unknown>): Task {
    const name = body.name === "" ? this.#name(this.index) : body.name;
    const run: TaskBody<unknown> = (task) => {
      const outcome = body(task);
      if (outcome instanceof Promise) this.#grant = grantWithin(task, outcome);
      return outcome;
    };
    return spawn(run, { name, start: this.#start });
  }
}

/** What a function resolves to that returned the promise of a wait as it is, as `() => channel.receive()`. */
function grantWithin(task: Task, promise: Promise<unknown>): Grant | undefined {
  const { last } = task.waits;
  return last?.promise === promise ? last.wait : grantOf(promise);
}

function endingOf(task: Task): Ending {
  if (task.state === "completed") return { status: "fulfilled", value: task.result };
  return { status: "rejected", error: task.error };
}

/**
 * Finds the waits whose promises are given, among those that are parked here; each at the place
 * of its promise.
 *
 * The promise of a wait is a bare one and doesn't know its wait. A map from one to the other
 * would slow down every wait of every game, so this looks, and only when something is combined:
 * from the wait that was begun last. That are the arguments of the call, in their order, so
 * that it rarely looks any further.
 */
export function findWaits(
  sources: readonly Combinable[],
): readonly (ParkedWait<unknown> | undefined)[] {
  const found = new Array<ParkedWait<unknown> | undefined>(sources.length);
  const { waits } = currentOwner() ?? Runtime.current();
  const missing = new Map<unknown, number>();
  let parking = waits.last;
  for (let index = sources.length - 1; index >= 0; index--) {
    const source = sources[index];
    if (!(source instanceof Promise)) continue;
    if (parking?.promise === source) {
      found[index] = parking.wait;
      parking = waits.before(parking);
    } else {
      missing.set(source, index);
    }
  }
  for (
    parking = waits.last;
    parking !== undefined && missing.size > 0;
    parking = waits.before(parking)
  ) {
    const index = missing.get(parking.promise);
    if (index === undefined) continue;
    found[index] = parking.wait;
    missing.delete(parking.promise);
  }
  return found;
}
