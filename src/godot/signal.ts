import { builtinMethods } from "./builtin-members";
import { FreedObjectError, freedObjectError } from "./freed-object-error";
import { defineHandle } from "./handle-class";
import { connectListener } from "./listeners";
import { type AnyFunction, native } from "./native";
import { objectMethods } from "./object-methods";

const oneShot = 4; // Object.CONNECT_ONE_SHOT

const methods = builtinMethods("Signal", "getName", "getObject", "getObjectId");

// What a signal is of, kept on the JavaScript side: asking the engine costs 400 ns. A signal keeps
// nothing alive, so neither does this: a RefCounted, whose wrapper would keep it, is held weakly.
const owner = Symbol("owner");
const weakOwner = Symbol("weak owner");
const engineName = Symbol("name");
const memberName = Symbol("member");

class SignalMembers {
  declare [owner]?: object;
  declare [weakOwner]?: WeakRef<object>;
  declare [engineName]?: string;
  declare [memberName]?: string;

  get name(): string {
    this[engineName] ??= methods.getName.call(this) as string;
    return this[engineName];
  }

  getObject(): object | null {
    const known = ownerOf(this);
    return known !== undefined && native.isAlive(known) ? known : null;
  }

  connect(fn: AnyFunction | object, flags = 0): () => void {
    connectTo(this, fn, flags);
    return () => this.disconnect(fn);
  }

  once(fn: AnyFunction | object): () => void {
    return this.connect(fn, oneShot);
  }

  disconnect(fn: AnyFunction | object): void {
    if (this.isConnected(fn)) objectMethods.disconnect.call(this.getObject(), this.name, fn);
  }

  emit(...args: readonly unknown[]): void {
    if (native.emit(this, ownerOf(this), ...args) !== true) livingObject(this);
  }

  isConnected(fn: AnyFunction | object): boolean {
    const object = this.getObject();
    return object !== null && objectMethods.isConnected.call(object, this.name, fn);
  }
}

/** See the class of that name in the types of module "godot". */
export type Signal = SignalMembers;
export const Signal = defineHandle("Signal", SignalMembers) as unknown as new (
  object: object,
  name: string,
) => Signal;

/** The object of a signal, alive or freed. */
function ownerOf(signal: SignalMembers): object | undefined {
  const known = signal[owner] ?? signal[weakOwner]?.deref();
  if (known !== undefined) return known;
  const object = methods.getObject.call(signal) as object | null;
  if (object === null) return undefined;
  setOwner(signal, object);
  return object;
}

function setOwner(signal: SignalMembers, object: object): void {
  if ("getReferenceCount" in object) signal[weakOwner] = new WeakRef(object);
  else signal[owner] = object;
}

const signals = Symbol("signals");

/** The signal of an object by the engine's name, made once an object. Errors call it `member`. */
export function signalOf(object: object, name: string, member = name): Signal {
  const holder = object as { [signals]?: Record<string, Signal> };
  holder[signals] ??= {};
  const cache = holder[signals];
  cache[name] ??= makeSignal(object, name, member);
  return cache[name];
}

function makeSignal(object: object, name: string, member: string): Signal {
  if (!native.isAlive(object)) throw freedObjectError(object, member);
  const signal = new Signal(object, name);
  setOwner(signal, object);
  signal[engineName] = name;
  signal[memberName] = member;
  return signal;
}

/** @throws Error when the engine refuses, FreedObjectError when the object is freed. */
export function connectTo(signal: Signal, callable: AnyFunction | object, flags: number): void {
  const object = livingObject(signal);
  const error = connectListener(object, signal.name, callable, flags);
  if (error !== 0) {
    throw new Error(`${object} could not connect its signal "${signal.name}": error ${error}`);
  }
}

function livingObject(signal: Signal): object {
  const object = signal.getObject();
  if (object !== null) return object;
  const member = signal[memberName] ?? signal.name;
  const known = ownerOf(signal);
  if (known !== undefined) throw freedObjectError(known, member);
  const instanceId = methods.getObjectId.call(signal) as number | bigint;
  throw new FreedObjectError(`the object of the signal "${member}"`, {
    className: "Object",
    instanceId,
    member,
  });
}
