import { CombinedWait } from "./combined-wait";
import { type Ending, Member } from "./member";
import { quote } from "./quote";
import type { Wait, WaitOptions } from "./wait";
import { mayGoOn } from "./without-parking";

export interface EachOptions extends WaitOptions {
  /** How many may run at the same time. By default all. */
  readonly concurrency?: number | undefined;
}

/**
 * Runs a function for each item, each as a task of its own, so many at the same time. Resolves
 * to what they returned, in the order of the items. At the first failure the others are
 * cancelled, and when they have cleaned up, it rejects with that.
 *
 * When to use: for the same work, with waits in it, on many things. Items are taken when
 * there is room for them, so that a generator may go on for ever. For work that doesn't wait
 * there is {@link forEachSliced}.
 *
 * @throws RangeError when `concurrency` is not a whole number, 1 or more, or Infinity.
 *
 * @example
 * const textures = await each(urls, (url) => download(url), { concurrency: 4 });
 */
export function each<T, R>(
  items: Iterable<T>,
  fn: (item: T, index: number) => R | PromiseLike<R>,
  options?: EachOptions,
): Wait<Awaited<R>[]> {
  if (typeof fn !== "function") {
    throw new TypeError(
      `each(items, fn) needs a function to run for each item, but got ${quote(fn)}`,
    );
  }
  if (typeof items?.[Symbol.iterator] !== "function") {
    throw new TypeError(
      `each(items, fn) needs items that can be iterated, but got ${quote(items)}`,
    );
  }
  const concurrency = options?.concurrency ?? Infinity;
  if (!(Number.isSafeInteger(concurrency) || concurrency === Infinity) || concurrency < 1) {
    throw new RangeError(
      `each's concurrency is a whole number, 1 or more, or Infinity, but got ${quote(concurrency)}`,
    );
  }
  return new EachWait(items, fn, concurrency, options).begin() as Promise<Awaited<R>[]>;
}

class EachWait<T> extends CombinedWait<unknown[]> {
  readonly #items: Iterable<T>;
  readonly #fn: (item: T, index: number) => unknown;
  readonly #concurrency: number;
  readonly #values: unknown[] = [];
  /** Undefined before the first item and after the last. */
  #iterator: Iterator<T> | undefined;
  #count = 0;
  #isStarting = false;

  constructor(
    items: Iterable<T>,
    fn: (item: T, index: number) => unknown,
    concurrency: number,
    options: WaitOptions | undefined,
  ) {
    super({ name: "each", needs: "all" }, options);
    this.#items = items;
    this.#fn = fn;
    this.#concurrency = concurrency;
  }

  protected override list(): void {
    this.#iterator = this.#items[Symbol.iterator]();
    this.#startMore();
  }

  protected override unlist(): void {
    const iterator = this.#iterator;
    this.#iterator = undefined;
    super.unlist();
    iterator?.return?.();
  }

  protected memberEnded(index: number, ending: Ending): void {
    if (ending.status === "rejected") {
      this.decide(ending);
      return;
    }
    this.#values[index] = ending.value;
    this.#startMore();
  }

  #startMore(): void {
    // One that ends within its start comes back here.
    if (this.#isStarting) return;
    this.#isStarting = true;
    try {
      while (this.running < this.#concurrency && !this.isDecided && this.#startNext());
    } catch (error) {
      this.decide({ status: "rejected", error });
    } finally {
      this.#isStarting = false;
    }
    if (this.running > 0 || this.isDecided) return;
    this.decide({ status: "fulfilled", value: this.#values });
  }

  /** Returns whether there was an item. */
  #startNext(): boolean {
    const next = this.#iterator?.next();
    if (next === undefined || next.done === true) {
      this.#iterator = undefined;
      return false;
    }
    const index = this.#count++;
    const name = () => `each[${index}]`;
    const start = mayGoOn() ? "now" : "queued";
    this.startMember(new Member(() => this.#fn(next.value, index), index, name, undefined, start));
    return true;
  }
}
