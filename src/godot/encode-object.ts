import { GodotArray } from "./array";
import { Dictionary } from "./dictionary";
import type { Handle } from "./native";
import { Value } from "./value-class";

/**
 * Makes something of the engine's out of a JavaScript object: the native side asks where an object
 * is neither a wrapper, a handle, a function nor a typed array.
 *
 * Throws a TypeError for objects that have no counterpart, such as a Promise.
 */
export function encodeObject(object: object): Handle | number {
  if (object instanceof Value) return object.encode();
  if (Array.isArray(object)) return GodotArray.from(object);
  if (object instanceof Map || isPlain(object)) return Dictionary.from(object);
  if (object instanceof Set) return GodotArray.from(object);
  if (object instanceof Error)
    return Dictionary.from({ name: object.name, message: object.message });
  throw new TypeError(
    `a ${object.constructor?.name ?? "object"} has no counterpart in the engine: pass a plain object, an array or a Map`,
  );
}

function isPlain(object: object): boolean {
  const prototype = Object.getPrototypeOf(object);
  return (
    prototype === null ||
    prototype === Object.prototype ||
    Object.getPrototypeOf(prototype) === null
  );
}
