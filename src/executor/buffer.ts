import { quote } from "./quote";

declare const capacity: unique symbol;

/** See {@link queue}. */
export type QueueBuffer = number & { readonly [capacity]: true };

/**
 * What becomes of what arrives while nobody is waiting for it: `latest` keeps the newest,
 * `drop` none, `queue(n)` the newest n, `queue()` all.
 */
export type Buffer = "latest" | "drop" | QueueBuffer;

/**
 * A buffer that keeps the newest `count`, and without a count everything.
 *
 * @throws RangeError when `count` is not a whole number, 1 or more, or Infinity.
 *
 * @example
 * for await (const [key] of on(keyboard.pressed, { buffer: queue(8) })) type(key);
 */
export function queue(count = Infinity): QueueBuffer {
  if (!(Number.isSafeInteger(count) || count === Infinity) || count < 1) {
    throw new RangeError(
      `queue(count) needs a whole number, 1 or more, or Infinity, but got ${quote(count)}`,
    );
  }
  return count as QueueBuffer;
}

/** @internal How many a buffer keeps. */
export function bufferCapacity(buffer: Buffer = queue()): number {
  if (typeof buffer === "number") return buffer;
  if (buffer === "latest") return 1;
  if (buffer === "drop") return 0;
  throw new TypeError(`a buffer is "latest", "drop" or queue(n), but got ${quote(buffer)}`);
}
