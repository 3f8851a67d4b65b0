import type { Signal } from "godot";
import { once as onceOf, type SignalSource, type Wait, type WaitOptions } from "../executor";
import { type SignalHandle, subscribe } from "../godot";

/**
 * Waits for the next emission of a signal, and resolves to its arguments. It listens from the call
 * on, hears one emission, and disconnects on any end.
 *
 * When to use: for something that will happen once. A loop of `await once(signal)` sees one emission
 * a drain.
 *
 * Rejects with {@link SourceFreedError} when the object is freed first.
 *
 * @throws FreedObjectError when it is freed already.
 *
 * @example
 * const [body] = await once(area.bodyEntered);
 */
export function once<A extends unknown[]>(
  signal: Signal<A> | SignalSource<A>,
  options?: WaitOptions,
): Wait<A> {
  const source = isSource(signal) ? signal : sourceOf(signal);
  return onceOf(source, options);
}

function isSource<A extends unknown[]>(
  signal: Signal<A> | SignalSource<A>,
): signal is SignalSource<A> {
  return typeof (signal as SignalSource<A> | undefined)?.subscribe === "function";
}

// Asking for the class and making the source cost more than waiting does.
const sources = new WeakMap<object, SignalSource>();

function sourceOf<A extends unknown[]>(signal: Signal<A>): SignalSource<A> {
  const known = sources.get(signal) as SignalSource<A> | undefined;
  if (known !== undefined) return known;
  if (typeof signal?.getObject !== "function") {
    throw new TypeError(`once(signal) needs a signal to wait for, but got ${String(signal)}`);
  }
  const className = signal.getObject()?.constructor.name ?? "freed object";
  const source: SignalSource<A> = {
    name: `${className}.${signal.name}`,
    subscribe: (listener, onFreed) =>
      subscribe(
        signal as unknown as SignalHandle,
        listener as (...args: unknown[]) => void,
        onFreed,
      ),
  };
  sources.set(signal, source as unknown as SignalSource);
  return source;
}
