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
      const state = (connection.get("callable") as Callable).getObject();
      if (state instanceof RefCounted && state.getClass() === "GDScriptFunctionState") {
        kept.push(state);
      }
    }
  }
}
