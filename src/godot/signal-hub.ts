import { type AnyFunction, native } from "./native";
import { connectTo, type Signal } from "./signal";

/** A listener in the list of its hub. One that was removed still knows who came after it. */
interface Listener {
  readonly call: AnyFunction;
  readonly onFreed: () => void;
  /** The emission during which it came, if any: that one it doesn't hear. */
  readonly since: number;
  isRemoved: boolean;
  previous: Listener | undefined;
  next: Listener | undefined;
}

const hubOf = Symbol("hub");

/**
 * Listens to a signal until the returned function is called, or until no emission can come any
 * more: then `onFreed` is called. It hears from the next emission on.
 *
 * All who listen to a signal this way share one connection of the engine's, which is there for as
 * long as somebody listens. When the last of them has left since the signal was emitted, it stays to
 * the end of the next drain, for who comes back: in a loop of waits, to connect and to disconnect
 * would cost several times what the emission does.
 */
export function listen(signal: Signal, listener: AnyFunction, onFreed: () => void): () => void {
  const holder = signal as Signal & { [hubOf]?: SignalHub };
  holder[hubOf] ??= new SignalHub(signal);
  return holder[hubOf].add(listener, onFreed);
}

class SignalHub {
  readonly #signal: Signal;
  // A list, not a Set: that one is rebuilt every few times a single listener leaves and comes back.
  #first: Listener | undefined;
  #last: Listener | undefined;
  /** Of the function that the engine holds; undefined while it holds none. */
  #connection: AnyFunction | undefined;
  #emission = 0;
  #depth = 0;
  #isLeaving = false;

  constructor(signal: Signal) {
    this.#signal = signal;
  }

  add(call: AnyFunction, onFreed: () => void): () => void {
    if (this.#connection === undefined) this.#connect();
    const listener: Listener = {
      call,
      onFreed,
      since: this.#emission,
      isRemoved: false,
      previous: this.#last,
      next: undefined,
    };
    if (this.#last === undefined) this.#first = listener;
    else this.#last.next = listener;
    this.#last = listener;
    return () => this.#remove(listener);
  }

  #remove(listener: Listener): void {
    if (listener.isRemoved) return;
    listener.isRemoved = true;
    const { previous, next } = listener;
    if (previous === undefined) this.#first = next;
    else previous.next = next;
    if (next === undefined) this.#last = previous;
    else next.previous = previous;
    if (this.#depth === 0 && !this.#isLeaving) this.#disconnectIfUnused();
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
      let listener = this.#first;
      // Those that came meanwhile are behind all others.
      while (listener !== undefined && listener.since < emission) {
        if (!listener.isRemoved) listener.call(...args);
        listener = listener.next;
      }
    } finally {
      this.#depth--;
      if (this.#first === undefined && !this.#isLeaving) this.#leaveLater();
    }
  }

  #leaveLater(): void {
    this.#isLeaving = true;
    process.nextTick(() => {
      this.#isLeaving = false;
      this.#disconnectIfUnused();
    });
  }

  #disconnectIfUnused(): void {
    const connection = this.#connection;
    if (this.#first !== undefined || connection === undefined) return;
    this.#connection = undefined;
    this.#signal.disconnect(connection);
  }

  #freed(): void {
    this.#connection = undefined;
    let listener = this.#first;
    this.#first = undefined;
    this.#last = undefined;
    for (; listener !== undefined; listener = listener.next) {
      if (listener.isRemoved) continue;
      listener.isRemoved = true;
      listener.onFreed();
    }
  }
}
