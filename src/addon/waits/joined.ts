import { Thread, type Variant } from "godot";
import type { Wait, WaitOptions } from "../../executor";
import { requireObject } from "./engine-wait";
import { ThreadJoin } from "./thread-join";

const joins = new WeakMap<Thread, ThreadJoin>();

/**
 * Waits until a thread has ended, and resolves to what its function returned. The thread is joined:
 * `waitToFinish`, which blocks, need not be called. Several may wait for one.
 *
 * When to use: for a `Thread` that GDScript, or you, started. To just run something there is
 * {@link runOnPool}.
 *
 * Nobody can stop a thread from outside. When the wait is cancelled, the thread goes on, and is joined
 * when it ends, its result dropped.
 *
 * Rejects with a RangeError when the thread was never started, or has been joined already.
 *
 * @example
 * const thread = new Thread();
 * thread.start(new Callable(world, "generate").bind(seed));
 * const map = await joined<Dictionary>(thread);
 */
export function joined<T = Variant>(thread: Thread, options?: WaitOptions): Wait<T> {
  requireObject(thread, [Thread], "joined(thread)");
  let join = joins.get(thread);
  if (join === undefined || join.isOver) {
    join = new ThreadJoin(thread);
    joins.set(thread, join);
  }
  return join.wait(options) as Wait<T>;
}
