import { type AnyFunction, native } from "./native";
import { connectTo, type Signal } from "./signal";

/** What hears a signal's emissions, and that no more can come. */
export interface SignalListener {
  emitted(args: readonly unknown[]): void;
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

// Hot: looked up once, as what has so many members is slow to look into.
const { ambient, setAmbient } = native;

// Hot: a promise that is resolved to it asks for its `then`, and has the answer 20 ns sooner than at the
// end of the chain of prototypes.
const NO_ARGUMENTS: readonly unknown[] = Object.freeze(
  // biome-ignore lint/suspicious/noThenProperty: it is there to say that it is none
  Object.defineProperty([], "then", { value: undefined }),
);

const hubOf = Symbol("hub");

/**
 * Listens to a signal until the returned function is called, or until no emission can come any
 * more: then `onFreed` is called. It hears from the next emission on.
 *
 * All who listen to a signal this way share one connection of the engine's (those who are inline have
 * another), which is there for as long as somebody listens. When the last of them has left since the
 * signal was emitted, it stays to the end of the next drain, for who comes back: in a loop of waits, to
 * connect and to disconnect would cost several times what the emission does.
 */
export function listen(signal: Signal, listener: AnyFunction, onFreed: () => void): () => void {
  const emitted = (args: readonly unknown[]) => listener(...args);
  const place = hubFor(signal).add({ emitted, freed: onFreed });
  return () => place.detach();
}

/** Of all who listen to a signal. */
export function hubFor(signal: Signal): SignalHub {
  const holder = signal as Signal & { [hubOf]?: SignalHub };
  holder[hubOf] ??= new SignalHub(signal);
  return holder[hubOf];
}

/** All who listen to a signal: see {@link listen}. */
export class SignalHub {
  readonly #signal: Signal;
  // A list, not a Set: that one is rebuilt every few times a single listener leaves and comes back. It
  // holds the first place alone, which knows the last: to have what is old refer to what is young
  // costs V8 10 ns each time.
  #first: Place | undefined;
  /** Whether the promises that are due run when all have heard, before the emitter goes on. */
  readonly #isInline: boolean;
  #inline: SignalHub | undefined;
  /** Of the function that the engine holds; undefined while it holds none. */
  #connection: AnyFunction | undefined;
  #emission = 0;
  #depth = 0;
  #isLeaving = false;

  constructor(signal: Signal, isInline = false) {
    this.#signal = signal;
    this.#isInline = isInline;
  }

  /** For listeners after whom the promises that are due run, before the emitter goes on. */
  get inline(): SignalHub {
    this.#inline ??= new SignalHub(this.#signal, true);
    return this.#inline;
  }

  /** {@link listen} for a listener that is an object, until `detach` of the result is called. */
  add(listener: SignalListener): { detach(): void } {
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
    const dispatch = (...args: readonly unknown[]) =>
      this.#dispatch(args.length === 0 ? NO_ARGUMENTS : args);
    const freed = () => {
      if (this.#connection === dispatch) this.#freed();
    };
    const callable = this.#isInline
      ? native.inlineDispatcher(dispatch, () => this.#dispatchAmbient(), freed)
      : native.dispatcher(dispatch, freed);
    try {
      connectTo(this.#signal, callable, 0);
    } finally {
      // The engine's copy is now the only one.
      native.release(callable);
    }
    this.#connection = dispatch;
    if (this.#inline !== undefined) this.#inline.#reconnect();
  }

  /**
   * Connects anew, behind who has connected meanwhile. The engine calls in that order: so who begins to
   * listen in a task that goes on within an emission doesn't hear that one.
   */
  #reconnect(): void {
    const connection = this.#connection;
    if (connection === undefined) return;
    this.#connect();
    this.#signal.disconnect(connection);
  }

  #dispatchAmbient(): void {
    const argument = ambient();
    setAmbient(undefined);
    this.#dispatch([argument]);
  }

  #dispatch(args: readonly unknown[]): void {
    const emission = ++this.#emission;
    this.#depth++;
    try {
      let place = this.#first;
      // Those that came meanwhile are behind all others.
      while (place !== undefined && place.since < emission) {
        if (place.hub !== undefined) place.listener.emitted(args);
        place = place.next;
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
    const places: Place[] = [];
    for (let place = this.#first; place !== undefined; place = place.next) places.push(place);
    this.#first = undefined;
    // They are in no list any more: one may remove another, or add itself anew.
    for (const place of places) place.previous = undefined;
    for (const place of places) {
      if (place.hub === undefined) continue;
      this.remove(place);
      place.listener.freed();
    }
  }
}
