import type { SignalSource } from "./once";
import { quote } from "./quote";
import { SourceFreedError } from "./source-freed-error";
import { Stream, type StreamOptions } from "./stream";

/**
 * Iterates over the emissions of a signal, each as its arguments. It listens from the call
 * on, and hears all of them: what comes while the loop's body waits is kept, unless `buffer`
 * says otherwise. It disconnects when the loop ends in any way.
 *
 * When to use: for something that happens again and again. For one emission there is {@link once}.
 *
 * The iteration throws {@link SourceFreedError} when the source is freed, after what was kept.
 * Outside of a task nothing but the loop's end disconnects it, so begin the loop at once.
 *
 * @throws whatever the source throws when it can't be connected.
 *
 * @example
 * for await (const [damage] of on(enemy.hurt)) {
 *   await flash(damage);
 *   if (enemy.isDead) break;
 * }
 */
export function on<A extends readonly unknown[]>(
  source: SignalSource<A>,
  options?: StreamOptions,
): Stream<A> {
  if (typeof source?.subscribe !== "function") {
    throw new TypeError(`on(signal) needs a signal to listen to, but got ${quote(source)}`);
  }
  const name = source.name ?? "a signal";
  const stream = new Stream<A>(`on(${name})`, options, () => `on(${source.describe?.() ?? name})`);
  if (stream.isEnded) return stream;
  try {
    const disconnect = source.subscribe(
      (...args) => stream.push(args),
      () => stream.fail(new SourceFreedError(name)),
    );
    stream.onEnd(disconnect);
  } catch (error) {
    stream.close();
    throw error;
  }
  return stream;
}
