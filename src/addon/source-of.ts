import type { Signal } from "godot";
import type { SignalSource } from "../executor";
import { type AnyFunction, type SignalHandle, subscribe } from "../godot";

/** What waits for emissions take: a signal of the engine, or anything that can be listened to. */
export type Emitting<A extends readonly unknown[]> = SignalSource<A> | Signal<A & unknown[]>;

// Asking for the class and making the source cost more than waiting does.
const sources = new WeakMap<SignalHandle, SignalSource>();

/**
 * What the executor listens to.
 *
 * @param what the call that wants to, for the error.
 */
export function sourceOf<A extends readonly unknown[]>(
  what: string,
  signal: Emitting<A>,
): SignalSource<A> {
  if (typeof (signal as SignalSource<A> | undefined)?.subscribe === "function") {
    return signal as SignalSource<A>;
  }
  const handle = signal as unknown as SignalHandle | undefined;
  if (typeof handle?.getObject !== "function") {
    throw new TypeError(`${what}(signal) needs a signal to wait for, but got ${String(signal)}`);
  }
  const known = sources.get(handle) ?? makeSource(handle);
  sources.set(handle, known);
  return known as unknown as SignalSource<A>;
}

function makeSource(signal: SignalHandle): SignalSource {
  const className = signal.getObject()?.constructor.name ?? "freed object";
  return {
    name: `${className}.${signal.name}`,
    subscribe: (listener, onFreed) => subscribe(signal, listener as AnyFunction, onFreed),
  };
}
