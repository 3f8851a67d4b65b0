import { RefCounted, Signal, type Variant } from "godot";
import type { Wait, WaitOptions } from "../executor";
import { native } from "../godot";
import { once } from "./once";

/**
 * Waits for the end of a GDScript coroutine, and resolves to its result. Give it what the call of
 * the coroutine returned: one that ended without awaiting anything has returned its result, which is
 * passed on.
 *
 * Rejects with {@link SourceFreedError} when the object that the coroutine belongs to is freed.
 *
 * @example
 * const answer = await coroutine(npc.call("ask", "the way"));
 */
export async function coroutine<T = Variant>(result: Variant, options?: WaitOptions): Wait<T> {
  if (!(result instanceof RefCounted) || result.getClass() !== "GDScriptFunctionState") {
    return result as T;
  }
  const end = once(new Signal<[value: T]>(result, "completed"), options);
  // Held by us, the state would outlive its object, and nobody would hear that it is over.
  native.letGo(result);
  const [value] = await end;
  return value;
}
