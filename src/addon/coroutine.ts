import { RefCounted, Signal, type Variant } from "godot";
import type { Task, Wait, WaitOptions } from "../executor";
import { native } from "../godot";
import { once } from "./once";
import { taskOf } from "./task-object";

/**
 * Waits for the end of a GDScript coroutine, and resolves to its result. Give it what the call of
 * the coroutine returned: one that ended without awaiting anything has returned its result, which is
 * passed on.
 *
 * When to use: to call a method that is written in either language, in GDScript perhaps by whoever
 * extends your class. Of an async method of TypeScript's the call gives an `AsyncTask`: that is waited
 * for as well, and what it failed with is thrown.
 *
 * Rejects with {@link SourceFreedError} when the object that the coroutine belongs to is freed.
 *
 * @example
 * const answer = await coroutine(npc.call("ask", "the way"));
 */
export async function coroutine<T = Variant>(result: Variant, options?: WaitOptions): Wait<T> {
  const task = taskOf(result);
  if (task !== undefined) return endOf<T>(task, result as RefCounted, options);
  if (!(result instanceof RefCounted) || result.getClass() !== "GDScriptFunctionState") {
    return result as T;
  }
  const end = once(new Signal<[value: T]>(result, "completed"), options);
  // Held by us, the state would outlive its object, and nobody would hear that it is over.
  native.letGo(result);
  const [value] = await end;
  return value;
}

async function endOf<T>(task: Task, object: RefCounted, options?: WaitOptions): Promise<T> {
  // The error is ours to throw, and nobody else's to report.
  task.onSettled(() => true);
  if (!task.isSettled) await once(new Signal(object, "completed"), options);
  if (task.state !== "completed") throw task.error;
  return task.result as T;
}
