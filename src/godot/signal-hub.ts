import { type AnyFunction, native } from "./native";
import { connectTo, type Signal } from "./signal";

/** What hears a signal's emissions, and that no more can come. */
export interface SignalListener {
  /** Returns whether the promises that are due are to run before whoever emitted goes on. */
  emitted(args: readonly unknown[]): boolean;
  freed(): void;
}

/** A listener's place in the list of its hub. One that was removed still knows who came after it. */
class Place {
  readonly listener: SignalListener;
  /** The emission during which it came, if any: that one it doesn't hear. */
  readonly since: number;
  /** The one before; of the first one, the last; undefined when it is in no list. */
  previous: Place | undefined;
  next: Place | undefined;
  /** Undefined when it was removed. */
  hub: SignalHub | undefined;

  constructor(hub: SignalHub, listener: SignalListener, since: number) {
    this.hub = hub;
    this.listener = listener;
    this.since = since;
  }

  detach(): void {
    this.hub?.remove(this);
  }
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
  const emitted = (args: readonly unknown[]) => {
    listener(...args);
    return false;
  };
  const place = attach(signal, { emitted, freed: onFreed });
  return () => place.detach();
}

/** {@link listen} for a listener that is an object, until `detach` of the result is called. */
export function attach(signal: Signal, listener: SignalListener): { detach(): void } {
  const holder = signal as Signal & { [hubOf]?: SignalHub };
  holder[hubOf] ??= new SignalHub(signal);
  return holder[hubOf].add(listener);
}

class SignalHub {
  readonly #signal: Signal;
  // A list, not a Set: that one is rebuilt every few times a single listener leaves and comes back. It
  // holds the first place alone, which knows the last: to have what is old refer to what is young
  // costs V8 10 ns each time.
  #first: Place | undefined;
  /** Of the function that the engine holds; undefined while it holds none. */
  #connection: AnyFunction | undefined;
  #emission = 0;
  #depth = 0;
  #isLeaving = false;

  constructor(signal: Signal) {
    this.#signal = signal;
  }

  add(listener: SignalListener): Place {
    if (this.#connection === undefined) this.#connect();
    const place = new Place(this, listener, this.#emission);
    const first = this.#first;
    if (first === undefined) {
      this.#first = place;
      place.previous = place;
      return place;
    }
    const last = first.previous as Place;
    last.next = place;
    place.previous = last;
    first.previous = place;
    return place;
  }

  remove(place: Place): void {
    place.hub = undefined;
    const { previous, next } = place;
    if (previous === undefined) return;
    if (this.#first === place) this.#first = next;
    else previous.next = next;
    const after = next ?? this.#first;
    if (after !== undefined) after.previous = previous;
    if (this.#depth === 0 && !this.#isLeaving) this.#disconnectIfUnused();
  }

  #connect(): void {
    const dispatch = (...args: readonly unknown[]) => this.#dispatch(args);
    const freed = () => {
      if (this.#connection === dispatch) this.#freed();
    };
    const callable = native.dispatcher(dispatch, freed);
    try {
      connectTo(this.#signal, callable, 0);
    } finally {
      // The engine's copy is now the only one.
      native.release(callable);
    }
    this.#connection = dispatch;
  }

  #dispatch(args: readonly unknown[]): boolean {
    const emission = ++this.#emission;
    this.#depth++;
    let goesOn = false;
    try {
      let place = this.#first;
      // Those that came meanwhile are behind all others.
      while (place !== undefined && place.since < emission) {
        if (place.hub !== undefined && place.listener.emitted(args)) goesOn = true;
        place = place.next;
      }
      return goesOn;
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
    const places: Place[] = [];
    for (let place = this.#first; place !== undefined; place = place.next) places.push(place);
    this.#first = undefined;
    // They are in no list any more: one may remove another, or add itself anew.
    for (const place of places) place.previous = undefined;
    for (const place of places) {
      if (place.hub === undefined) continue;
      place.hub = undefined;
      place.listener.freed();
    }
  }
}
