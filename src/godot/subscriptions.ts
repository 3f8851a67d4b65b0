import { type AnyFunction, native } from "./native";
import type { Signal } from "./signal";

interface Subscriber {
  readonly listener: AnyFunction;
  readonly onFreed: () => void;
  /** The emission during which it came, which it doesn't hear. */
  readonly since: number;
}

/** Those that nobody listens to any more, and that may be wanted again within the frame. */
const idle = new Set<Subscriptions>();

/**
 * All that listen to one signal through one connection of the engine's, since to connect and to
 * disconnect cost ten times what a call does.
 *
 * A connection whose last listener left while it heard an emission stays until the end of the frame:
 * a loop that waits for the signal again and again connects once.
 */
export class Subscriptions {
  readonly #signal: Signal;
  readonly #subscribers = new Set<Subscriber>();
  /** What is connected; undefined while nothing is. */
  #connected: AnyFunction | undefined;
  #emissions = 0;
  #depth = 0;

  constructor(signal: Signal) {
    this.#signal = signal;
  }

  /**
   * Calls `listener` at each emission from now on, and `onFreed` when the engine has let go of the
   * connection: the object was freed, or somebody has disconnected it. Returns the function that ends
   * both.
   *
   * @throws what {@link Signal.connect} throws.
   */
  add(listener: AnyFunction, onFreed: () => void): () => void {
    if (this.#connected === undefined) this.#connect();
    const subscriber = { listener, onFreed, since: this.#emissions };
    this.#subscribers.add(subscriber);
    return () => this.#remove(subscriber);
  }

  /** Disconnects where nobody listens. */
  release(): void {
    const connected = this.#connected;
    if (connected === undefined || this.#subscribers.size > 0) return;
    this.#connected = undefined;
    this.#signal.disconnect(connected);
  }

  #connect(): void {
    const listener: AnyFunction = (...args) => this.#emitted(args);
    const freed = () => this.#freed(listener);
    const callable = native.listener(listener, freed, true);
    this.#connected = listener;
    try {
      this.#signal.connect(callable);
    } catch (error) {
      this.#connected = undefined;
      throw error;
    } finally {
      // The engine's copy is now the only one.
      native.release(callable);
    }
  }

  #emitted(args: readonly unknown[]): void {
    const emission = ++this.#emissions;
    this.#depth++;
    let failure: { readonly error: unknown } | undefined;
    for (const { listener, since } of this.#subscribers) {
      if (since >= emission) continue;
      try {
        listener(...args);
      } catch (error) {
        failure ??= { error };
      }
    }
    this.#depth--;
    if (failure !== undefined) throw failure.error;
  }

  #freed(listener: AnyFunction): void {
    if (this.#connected !== listener) return;
    this.#connected = undefined;
    const subscribers = [...this.#subscribers];
    this.#subscribers.clear();
    for (const { onFreed } of subscribers) onFreed();
  }

  #remove(subscriber: Subscriber): void {
    if (!this.#subscribers.delete(subscriber) || this.#subscribers.size > 0) return;
    if (this.#depth > 0) idle.add(this);
    else if (!idle.has(this)) this.release();
  }
}

/** The end of a frame: what nobody has come back to is disconnected. */
export function releaseIdleSubscriptions(): void {
  if (idle.size === 0) return;
  for (const each of idle) each.release();
  idle.clear();
}
