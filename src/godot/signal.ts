import { FreedObjectError } from "./freed-object-error";
import { defineHandle } from "./handle-class";
import { type AnyFunction, native } from "./native";

const oneShot = 4; // Object.CONNECT_ONE_SHOT

class SignalMembers {
  get name(): string {
    return native.variantCall(this, "get_name") as string;
  }

  getObject(): object | null {
    return native.variantCall(this, "get_object") as object | null;
  }

  connect(fn: AnyFunction | object, flags = 0): () => void {
    connect(this, fn, flags);
    return () => this.disconnect(fn);
  }

  once(fn: AnyFunction | object): () => void {
    return this.connect(fn, oneShot);
  }

  disconnect(fn: AnyFunction | object): void {
    if (this.isConnected(fn)) native.variantCall(this, "disconnect", fn);
  }

  emit(...args: readonly unknown[]): void {
    livingObject(this);
    native.variantCall(this, "emit", ...args);
  }

  isConnected(fn: AnyFunction | object): boolean {
    return this.getObject() !== null && native.variantCall(this, "is_connected", fn) === true;
  }

  toString(): string {
    return native.stringify(this);
  }
}

/** See the class of that name in the types of module "godot". */
export type Signal = SignalMembers;
export const Signal = defineHandle("Signal", SignalMembers) as unknown as new (
  object: object,
  name: string,
) => Signal;

const signals = Symbol("signals");

/** The signal of an object by the engine's name, made once an object. */
export function signalOf(object: object, name: string): Signal {
  const owner = object as { [signals]?: Record<string, Signal> };
  owner[signals] ??= {};
  const cache = owner[signals];
  cache[name] ??= makeSignal(object, name);
  return cache[name];
}

function makeSignal(object: object, name: string): Signal {
  if (native.isAlive(object)) return new Signal(object, name);
  const className = object.constructor.name;
  throw new FreedObjectError(`${className}.${name}: the ${className} has been freed`);
}

/**
 * Connects a listener until the returned function is called. `onFreed` is called when the engine
 * has let go of the connection for whatever reason: the object was freed, or it was disconnected.
 */
export function listen(signal: Signal, listener: AnyFunction, onFreed: () => void): () => void {
  let isOver = false;
  const callable = native.callable(listener, () => {
    isOver = true;
    onFreed();
  });
  try {
    connect(signal, callable, 0);
  } finally {
    // The engine's copy is now the only one.
    native.release(callable);
  }
  // An object that is being freed has no such signal any more, and the engine would say so.
  return () => {
    if (!isOver) signal.disconnect(listener);
  };
}

function connect(signal: Signal, callable: AnyFunction | object, flags: number): void {
  const object = livingObject(signal);
  const error = native.variantCall(signal, "connect", callable, flags);
  if (error !== 0) {
    throw new Error(`${object} could not connect its signal "${signal.name}": error ${error}`);
  }
}

function livingObject(signal: Signal): object {
  const object = signal.getObject();
  if (object !== null) return object;
  throw new FreedObjectError(`the object of the signal "${signal.name}" was freed`);
}
