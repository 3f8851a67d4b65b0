// Connections of JavaScript functions, which must not keep their object for ever.
import { type AnyFunction, native } from "./native";
import { objectMethods } from "./object-methods";

const deferred = 1; // Object.CONNECT_DEFERRED

const listeners = Symbol("listeners");
let lastPlace = 0;

/**
 * Connects a signal of an object, and returns the engine's error code.
 *
 * A function that listens to a RefCounted is held by the object's wrapper, in place of the engine: it
 * may refer to the object, and what the engine holds, the garbage collector doesn't see into. The
 * wrapper then stays for as long as the engine refers to the object. A call that is deferred may come
 * when the object is gone: such a function the engine holds.
 */
export function connectListener(
  object: object,
  signal: string,
  callable: AnyFunction | object,
  flags: number,
): number {
  const fn =
    typeof callable === "function" ? (callable as AnyFunction) : native.functionOf(callable);
  if (fn === undefined || !("getReferenceCount" in object) || (flags & deferred) !== 0) {
    return objectMethods.connect.call(object, signal, callable, flags);
  }
  const held = listenersOf(object);
  const place = ++lastPlace;
  held.set(place, fn);
  const listener = native.listener(fn, remover(new WeakRef(held), place));
  try {
    return objectMethods.connect.call(object, signal, listener, flags);
  } finally {
    // The engine's copy is now the only one: where there is none, that removes the function.
    native.release(listener);
  }
}

function listenersOf(object: object): Map<number, AnyFunction> {
  const holder = object as { [listeners]?: Map<number, AnyFunction> };
  if (holder[listeners] === undefined) {
    holder[listeners] = new Map();
    native.keep(object);
  }
  return holder[listeners];
}

/** Apart from where the function is known: the engine holds this. */
function remover(held: WeakRef<Map<number, AnyFunction>>, place: number): () => void {
  return () => {
    held.deref()?.delete(place);
  };
}
