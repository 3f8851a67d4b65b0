import type { Wait, WaitOptions } from "./wait";
import { WaitQueue } from "./wait-queue";
import { mayGoOn } from "./without-parking";
import { yieldNow } from "./yield-now";

/**
 * A value that changes, and tells those who want to know. Whoever is slow sees the newest
 * value only.
 *
 * When to use: for state, such as a health or a setting. Where every step counts, use
 * {@link Broadcast}; for something that isn't kept in a Watch there is {@link changed}.
 *
 * @example
 * const score = new Watch(0);
 * spawn(async () => {
 *   for await (const points of score) label.text = `${points}`;
 * });
 * score.value += 100;
 */
export class Watch<T> implements AsyncIterable<T, void> {
  #value: T;
  #version = 0;
  readonly #waiting = new WaitQueue<T>({ name: "a watched value to change" });

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  /** The same value again, as `Object.is` has it, is no change. */
  set value(value: T) {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    this.#version++;
    this.#waiting.settleAll(value);
  }

  /** Waits for the next change, and resolves to what the value was changed to. */
  changed(options?: WaitOptions): Wait<T> {
    return this.#waiting.park(undefined, options);
  }

  /** Yields the value there is, then each time the newest. It goes on until the loop is left. */
  async *[Symbol.asyncIterator](): AsyncGenerator<T, void> {
    for (let isFirst = true; ; isFirst = false) {
      if (!isFirst && !mayGoOn()) await yieldNow();
      const seen = this.#version;
      yield this.#value;
      if (seen === this.#version) await this.changed();
    }
  }
}
