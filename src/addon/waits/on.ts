import { on as onOf, type Stream, type StreamOptions } from "../../executor";
import { type Emitting, sourceOf } from "./source-of";

/**
 * Iterates over the emissions of a signal, each as its arguments. It listens from the call on, and
 * hears all of them: what comes while the loop's body waits is kept, unless `buffer` says otherwise.
 * It disconnects when the loop ends in any way.
 *
 * When to use: for something that happens again and again. For one emission there is {@link once}.
 *
 * The iteration throws {@link SourceFreedError} when the object is freed, after what was kept.
 *
 * @throws FreedObjectError when it is freed already.
 *
 * @example
 * for await (const [body] of on(area.bodyEntered)) {
 *   await greet(body);
 * }
 */
export function on<A extends readonly unknown[]>(
  signal: Emitting<A>,
  options?: StreamOptions,
): Stream<A> {
  return onOf(sourceOf("on", signal), options);
}
