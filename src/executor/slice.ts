import { quote } from "./quote";
import type { Wait, WaitOptions } from "./wait";
import { mayGoOn, refuse } from "./without-parking";
import { yieldNow } from "./yield-now";

/**
 * Lets others run when the drain has spent its budget; otherwise it resolves at once.
 *
 * When to use: within a long computation, as often as you like. {@link yieldNow} suspends
 * every time.
 *
 * @example
 * for (const row of rows) {
 *   paint(row);
 *   await slice();
 * }
 */
export function slice(options?: WaitOptions): Wait<void> {
  if (!mayGoOn()) return yieldNow(options);
  return refuse(options) ?? Promise.resolve();
}

/**
 * Calls a function for each item in turn, and goes on in the next drain whenever this one
 * has spent its budget. At least one item is done in each drain. What the function returns
 * is awaited when it is a promise.
 *
 * When to use: for work of many small pieces, none of them urgent. For pieces that wait, and
 * may do so beside each other, there is {@link each}.
 *
 * @throws TypeError when `items` can't be iterated, or `fn` is no function.
 *
 * @example
 * await forEachSliced(tiles, (tile) => tile.bake());
 */
export async function forEachSliced<T>(
  items: Iterable<T>,
  fn: (item: T, index: number) => unknown,
  options?: WaitOptions,
): Promise<void> {
  if (typeof fn !== "function") {
    throw new TypeError(
      `forEachSliced(items, fn) needs a function to call for each item, but got ${quote(fn)}`,
    );
  }
  const refused = refuse(options);
  if (refused !== undefined) return refused;
  let index = 0;
  for (const item of items) {
    if (index > 0 && !mayGoOn()) await yieldNow(options);
    const result = fn(item, index++);
    if (isThenable(result)) await result;
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | undefined | null)?.then === "function";
}
