import { type AnyFunction, native } from "./native";
import { connectTo, type Signal } from "./signal";

interface Listener {
  readonly listener: AnyFunction;
  readonly onFreed: () => void;
  /** The emission during which it came, if any: that one it doesn't hear. */
  readonly since: number;
}

const hubOf = Symbol("hub");

/**
 * Listens to a signal until the returned function is called, or until no emission can come any
 * more: then `onFreed` is called. It hears from the next emission on.
 *
 * All who listen to a signal this way share one connection of the engine's, which is there for as
 * long as somebody listens. Who leaves and comes back within an emission, as a loop of waits does,
 * costs the engine nothing: to connect and to disconnect costs more than the emission.
 */
export function listen(signal: Signal, listener: AnyFunction, onFreed: () => void): () => void {
  const holder = signal as Signal & { [hubOf]?: SignalHub };
  holder[hubOf] ??= new SignalHub(signal);
  return holder[hubOf].add(listener, onFreed);
}

class SignalHub {
  readonly #signal: Signal;
  readonly #listeners = new Set<Listener>();
  /** Of the function that the engine holds; undefined while it holds none. */
  #connection: AnyFunction | undefined;
  #emission = 0;
  #depth = 0;

  constructor(signal: Signal) {
    this.#signal = signal;
  }

  add(listener: AnyFunction, onFreed: () => void): () => void {
    if (this.#connection === undefined) this.#connect();
    const entry: Listener = { listener, onFreed, since: this.#emission };
    this.#listeners.add(entry);
    return () => {
      this.#listeners.delete(entry);
      if (this.#depth === 0) this.#disconnectIfUnused();
    };
  }

  #connect(): void {
    const dispatch: AnyFunction = (...args) => this.#dispatch(args);
    const freed = () => {
      if (this.#connection === dispatch) this.#freed();
    };
    const callable = native.listener(dispatch, freed, true);
    try {
      connectTo(this.#signal, callable, 0);
    } finally {
      // The engine's copy is now the only one.
      native.release(callable);
    }
    this.#connection = dispatch;
  }

  #dispatch(args: readonly unknown[]): void {
    const emission = ++this.#emission;
    this.#depth++;
    try {
      for (const { listener, since } of this.#listeners) {
        // Those that came meanwhile are behind all others.
        if (since >= emission) break;
        listener(...args);
      }
    } finally {
      this.#depth--;
      if (this.#depth === 0) this.#disconnectIfUnused();
    }
  }

  #disconnectIfUnused(): void {
    const connection = this.#connection;
    if (this.#listeners.size > 0 || connection === undefined) return;
    this.#connection = undefined;
    this.#signal.disconnect(connection);
  }

  #freed(): void {
    this.#connection = undefined;
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const { onFreed } of listeners) onFreed();
  }
}
