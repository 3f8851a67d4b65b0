import type { Signal } from "godot";
import type { SignalSource } from "../executor";
import { type AnyFunction, listen, listenOnce, type SignalHandle } from "../godot";

/** What waits for emissions take: a signal of the engine, or anything that can be listened to. */
export type Emitting<A extends readonly unknown[]> = SignalSource<A> | Signal<A & unknown[]>;

/**
 * What the executor listens to.
 *
 * @param what the call that wants to, for the error.
 * @param connection `shared`: with all others that listen, for who comes back at each emission or
 *   stays. `own`: the engine itself ends it after one emission.
 */
export function sourceOf<A extends readonly unknown[]>(
  what: string,
  signal: Emitting<A>,
  connection: "shared" | "own",
): SignalSource<A> {
  if (typeof (signal as SignalSource<A> | undefined)?.subscribe === "function") {
    return signal as SignalSource<A>;
  }
  const handle = signal as unknown as SignalHandle | undefined;
  if (typeof handle?.getObject !== "function") {
    throw new TypeError(`${what}(signal) needs a signal to wait for, but got ${String(signal)}`);
  }
  const className = handle.getObject()?.constructor.name ?? "freed object";
  const subscribe = connection === "shared" ? listen : listenOnce;
  return {
    get name() {
      return `${className}.${handle.name}`;
    },
    subscribe: (listener, onFreed) => subscribe(handle, listener as AnyFunction, onFreed),
  };
}
