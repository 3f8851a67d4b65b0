import { type Handle, native } from "./native";
import { PackedArray } from "./packed-array";
import { Value } from "./value-class";

/**
 * Makes something of the engine's out of a JavaScript object: the native side asks where an object
 * is neither a wrapper, a handle, a function, a typed array nor a collection of JavaScript's own.
 *
 * Throws a TypeError for objects that have no counterpart, such as a Promise.
 */
export function encodeObject(object: object): Handle | number {
  if (object instanceof Value) return object.encode();
  if (object instanceof PackedArray) return object.encode();
  if (Array.isArray(object)) return native.arrayFrom(object);
  if (object instanceof Error) {
    return native.dictionaryFrom({ name: object.name, message: object.message });
  }
  throw new TypeError(
    `a ${object.constructor?.name ?? "object"} has no counterpart in the engine: pass a plain object, an array or a Map`,
  );
}
