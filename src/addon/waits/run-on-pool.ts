import type { Callable } from "godot";
import type { Wait, WaitOptions } from "../../executor";
import type { WorkOptions } from "./engine-work";
import { GroupTask } from "./group-task";
import { PoolTask } from "./pool-task";
import { requireThreadable } from "./require-threadable";

export interface PoolTaskOptions {
  /** Before what waits for a thread with low priority. By default false. */
  readonly highPriority?: boolean | undefined;
  /** What the engine's profilers and our waits call it. By default the callable's method. */
  readonly description?: string | undefined;
}

export interface PoolOptions extends WaitOptions, PoolTaskOptions {}

export interface GroupOptions extends WorkOptions, PoolTaskOptions {
  /** On how many threads at once. By default as the engine sees fit. */
  readonly tasksNeeded?: number | undefined;
}

/**
 * Runs a method of the engine's or of GDScript on a thread of the engine's pool, and waits until it
 * has returned. The result is not kept by the engine: the method stores it where you find it.
 *
 * When to use: for long computations in GDScript, or in the engine. JavaScript runs on the main thread
 * alone: for computations in it there is `node:worker_threads`.
 *
 * Nobody can stop the method from outside. When the wait is cancelled, the method runs on, unseen; let
 * it look at a variable if it must end sooner. The game doesn't quit before it has ended.
 *
 * Rejects with a TypeError for a function of JavaScript's, with a RangeError for a callable of which
 * the object is freed.
 *
 * @example
 * await runOnPool(new Callable(world, "bake_navigation"), { description: "bake" });
 */
export function runOnPool(callable: Callable, options: PoolOptions = {}): Wait<void> {
  requireThreadable(callable, "runOnPool(callable)");
  const { highPriority = false, description } = options;
  return new PoolTask(callable, highPriority, description).wait(options);
}

/**
 * Runs a method once for each number from 0 to `count - 1`, which it is given, on the threads of the
 * engine's pool, and waits until all are done. Otherwise like {@link runOnPool}.
 *
 * @throws RangeError unless `count` is a whole number, 0 or more.
 *
 * @example
 * await runGroupOnPool(new Callable(terrain, "build_chunk"), 64, {
 *   onProgress: (fraction) => (bar.value = fraction),
 * });
 */
export function runGroupOnPool(
  callable: Callable,
  count: number,
  options: GroupOptions = {},
): Wait<void> {
  requireThreadable(callable, "runGroupOnPool(callable, count)");
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new RangeError(
      `runGroupOnPool(callable, count) needs a whole number of elements, 0 or more, but got ${String(count)}`,
    );
  }
  const { tasksNeeded = -1, highPriority = false, description } = options;
  return new GroupTask(callable, count, tasksNeeded, highPriority, description).wait(options);
}
