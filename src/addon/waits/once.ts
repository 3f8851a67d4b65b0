import { type OnceOptions, once as onceOf, type Wait } from "../../executor";
import { type Emitting, sourceOf } from "./source-of";

/**
 * Waits for the next emission of a signal, and resolves to its arguments. It listens from the call
 * on, hears one emission, and disconnects on any end.
 *
 * When to use: for something that will happen once. A loop of `await once(signal)` sees one emission
 * a drain: `on(signal)` hears all of them, and `{ resume: "inline" }` keeps up with the emitter, at
 * the price of running in its call stack, as GDScript's own `await` does.
 *
 * Rejects with {@link SourceFreedError} when the object is freed first.
 *
 * @throws FreedObjectError when it is freed already.
 *
 * @example
 * const [body] = await once(area.bodyEntered);
 */
export function once<A extends readonly unknown[]>(
  signal: Emitting<A>,
  options?: OnceOptions,
): Wait<A> {
  return onceOf(sourceOf("once", signal), options);
}
