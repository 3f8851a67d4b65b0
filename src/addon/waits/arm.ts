import { type Armed, arm as armOf, type OnceOptions } from "../../executor";
import { type Emitting, sourceOf } from "./source-of";

/**
 * Begins to wait for a signal before the deed that may emit it, so that an early emission is not
 * missed. It is awaited when you come to it; that may be never: an error that it ends with is then
 * nobody's, and it disconnects when the task has ended.
 *
 * When to use: wherever something is done between the start of the wait and its `await`. With
 * `using`, it disconnects at the end of the block.
 *
 * Rejects with {@link SourceFreedError} when the object is freed first.
 *
 * @throws FreedObjectError when it is freed already.
 *
 * @example
 * using finished = arm(player.animationFinished);
 * player.play("open");
 * await finished;
 */
export function arm<A extends readonly unknown[]>(
  signal: Emitting<A>,
  options?: OnceOptions,
): Armed<A> {
  return armOf(sourceOf("arm", signal), options);
}
