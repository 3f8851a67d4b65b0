import { type Callable, RefCounted, type Signal } from "godot";

const kept: RefCounted[] = [];

/**
 * Keeps the functions of GDScript that await a signal until JavaScript ends, which is after the nodes
 * they belong to are gone.
 *
 * The engine frees such a function without what it has in its variables where nothing but the signal
 * refers to it, and so leaks the object of the signal.
 */
export function keepPendingAwaits(signals: readonly Signal<never[]>[]): void {
  for (const signal of signals) {
    for (const connection of signal.getConnections().toJS()) {
      const listener = connection.get("callable");
      // One of TypeScript's is its function.
      if (typeof listener === "function") continue;
      const state = stateOf(listener as Callable);
      if (state !== undefined) kept.push(state);
    }
  }
}

/** Whether a function of GDScript awaits the signal that this is connected to. */
export function isPendingAwait(callable: Callable): boolean {
  return stateOf(callable) !== undefined;
}

function stateOf(callable: Callable): RefCounted | undefined {
  const object = callable.getObject();
  const isState = object instanceof RefCounted && object.getClass() === "GDScriptFunctionState";
  return isState ? object : undefined;
}
