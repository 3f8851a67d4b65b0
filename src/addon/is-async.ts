import type { AnyFunction } from "../godot";

const AsyncFunction = (async () => {}).constructor;

/** Whether a method is async, so that calling it starts something. */
export function isAsync(method: unknown): method is AnyFunction {
  return method instanceof AsyncFunction;
}
