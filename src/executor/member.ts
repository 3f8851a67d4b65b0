import { CancelledError } from "./cancelled-error";
import { currentOwner } from "./current-task";
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

/** Something that runs as part of a {@link CombinedWait}. */
export class Member {
  readonly index: number;
  readonly #source: Combinable;
  readonly #name: string;
  readonly #wait: ParkedWait<unknown> | undefined;
  readonly #start: "now" | "queued";
  #task: Task | undefined;
  hasEnded = false;

  /** @param wait of whose promise the source is, where it is one of ours. */
  constructor(
    source: Combinable,
    index: number,
    name: string,
    wait: ParkedWait<unknown> | undefined,
    start: "now" | "queued" = "now",
  ) {
    this.#start = start;
    this.#source = source;
    this.index = index;
    this.#name = name;
    this.#wait = wait;
  }

  /** Whether it goes on by itself, started or not. */
  get isGoing(): boolean {
    return typeof this.#source !== "function";
  }

  /**
   * Starts it, if it doesn't run yet.
   *
   * @param onEnd called once, maybe within the call. It returns whether a failure was taken care of.
   */
  start(onEnd: (member: Member, ending: Ending) => boolean): void {
    const source = this.#source;
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
    const wait = this.#wait;
    if (wait === undefined) return false;
    wait.interrupt(new CancelledError(wait.name, reason, "wait"));
    return wait.isParked;
  }

  /** Cancels it before it was started; what becomes of it is ignored. */
  discard(reason: string): void {
    if (this.#source instanceof Task) this.#source.cancel(reason);
    else if (typeof this.#source !== "function") {
      this.cancel(reason);
      this.#source.then(undefined, () => undefined);
    }
  }

  #spawn(body: TaskBody<unknown>): Task {
    const name = body.name === "" ? this.#name : body.name;
    return spawn(body, { name, start: this.#start });
  }
}

function endingOf(task: Task): Ending {
  if (task.state === "completed") return { status: "fulfilled", value: task.result };
  return { status: "rejected", error: task.error };
}

/**
 * Finds, among the waits that are parked here, those whose promises are given.
 *
 * The promise of a wait is a bare one and doesn't know its wait. A map from one to the other
 * would slow down every wait of every game; this looks only when something is combined, from
 * the wait that was begun last: that are the arguments of the call, so it rarely looks far.
 */
export function findWaits(sources: readonly Combinable[]): Map<unknown, ParkedWait<unknown>> {
  const found = new Map<unknown, ParkedWait<unknown>>();
  const wanted = new Set<unknown>();
  for (const source of sources) if (source instanceof Promise) wanted.add(source);
  let wait = (currentOwner() ?? Runtime.current()).waits.last;
  while (wait !== undefined && found.size < wanted.size) {
    if (wanted.has(wait.promise)) found.set(wait.promise, wait);
    wait = wait.previous;
  }
  return found;
}
