import type { Wait, WaitOptions } from "./wait";
import { WaitQueue } from "./wait-queue";
import { refuse } from "./without-parking";

type Outcome<T> =
  | { readonly status: "resolved"; readonly value: T }
  | { readonly status: "rejected"; readonly error: unknown };

/**
 * A value that comes once, for any number of tasks, early or late.
 *
 * When to use: somebody will know the answer later, and it isn't the result of a task. For
 * many values there is {@link Channel}, for one that changes {@link Watch}.
 *
 * @example
 * const choice = new Oneshot<string>();
 * button.onPressed = () => choice.resolve("left");
 * const answer = await choice.wait();
 */
export class Oneshot<T> {
  #outcome: Outcome<T> | undefined;
  readonly #waiting = new WaitQueue<T>({ name: "the value of a oneshot" });

  /** Whether the value, or the error, is there. */
  get isSettled(): boolean {
    return this.#outcome !== undefined;
  }

  /** Resolves to the value, at once when it is there; rejects with what was given to `reject`. */
  wait(options?: WaitOptions): Wait<T> {
    const outcome = this.#outcome;
    if (outcome === undefined) return this.#waiting.park(undefined, options);
    const refused = refuse(options);
    if (refused !== undefined) return refused;
    if (outcome.status === "resolved") return Promise.resolve(outcome.value);
    return Promise.reject(outcome.error);
  }

  /** Gives the value. Returns false, and does nothing, when one or an error was given before. */
  resolve(value: T): boolean {
    if (this.#outcome !== undefined) return false;
    this.#outcome = { status: "resolved", value };
    this.#waiting.settleAll(value);
    return true;
  }

  /** Gives an error in place of the value. An error that nobody waits for is lost. */
  reject(error: unknown): boolean {
    if (this.#outcome !== undefined) return false;
    this.#outcome = { status: "rejected", error };
    this.#waiting.failAll(error);
    return true;
  }
}
