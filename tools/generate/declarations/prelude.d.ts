// biome-ignore-all lint/complexity/noBannedTypes: Object is the engine's class here
// biome-ignore-all lint/correctness/noUnusedPrivateClassMembers: they keep like classes apart
// biome-ignore-all lint/correctness/noUnusedVariables: what is generated below uses them
// What module "godot" has beside the engine's own classes. The generator copies all that follows
// the next line to the head of types/godot/index.d.ts, where the names that are missing here are.
// ---- copied from here ----

/**
 * Everything that the engine can hand over where it does not say which type.
 *
 * `int` is a number, and a bigint where a number cannot hold it. Packed arrays are typed arrays, or
 * read-only arrays of strings and values: copies, so that a change to one is never silently lost.
 */
export type Variant =
  | null
  | boolean
  | number
  | bigint
  | string
  | Value
  | Object
  | GodotArray
  | Dictionary
  | Callable
  | Signal
  | RID
  | Uint8Array
  | Int32Array
  | BigInt64Array
  | Float32Array
  | Float64Array
  | readonly string[]
  | readonly Vector2[]
  | readonly Vector3[]
  | readonly Vector4[]
  | readonly Color[];

/** Everything that the engine takes where it does not say which type. */
export type VariantInput =
  | Variant
  | undefined
  | Callback
  | readonly VariantInput[]
  | ReadonlyMap<VariantInput, VariantInput>
  | { readonly [key: string]: VariantInput };

/** Where the engine wants an Array. A JavaScript array is copied. */
export type ArrayInput<T = VariantInput> = GodotArray<T> | readonly T[];

/** Where the engine wants a Dictionary. A Map or a plain object is copied. */
export type DictionaryInput<K = VariantInput, V = VariantInput> =
  | Dictionary<K, V>
  | ReadonlyMap<K, V>
  | { readonly [key: string]: V };

/** Any function. Its parameters may be narrower than what arrives: the engine checks no types. */
export type Callback = { call(...args: Variant[]): unknown }["call"];

/** Where the engine wants a Callable. */
export type CallableInput = Callable | Callback;

/** An address in memory, for the few methods that only native code can use. */
export type Pointer = bigint;

/** Statics of a class, without the class itself. */
type Statics<C> = Omit<C, "prototype">;

/**
 * A signal of an object, typed by its arguments.
 *
 * It keeps its object alive no longer than it lives by itself, and is not a promise: wait for it
 * with `once` of "godot-ts".
 *
 * @example
 * const disconnect = area.bodyEntered.connect((body) => print(body.name));
 */
export class Signal<A extends unknown[] = Variant[]> {
  #private;
  /** The signal called `name`, as the engine spells it, of an object. */
  constructor(object: Object, name: string);
  /** The signal's name, as the engine spells it. */
  readonly name: string;
  /** The object it belongs to, or null when that has been freed. */
  getObject(): Object | null;
  /**
   * Calls `fn` on each emission. Returns what undoes that.
   *
   * @param flags {@link Object.ConnectFlags}, combined with `|`.
   */
  connect(fn: Callable | ((...args: A) => void), flags?: Object.ConnectFlags | 0): () => void;
  /** Calls `fn` on the next emission only. Returns what undoes that. */
  once(fn: Callable | ((...args: A) => void)): () => void;
  /** Undoes `connect`. A function that is not connected is let pass. */
  disconnect(fn: Callable | ((...args: A) => void)): void;
  /** Calls all that is connected, in the order of connection. */
  emit(...args: A): void;
  isConnected(fn: Callable | ((...args: A) => void)): boolean;
}

/**
 * A method of an object, or a function, that the engine can call.
 *
 * Wherever the engine wants one, a function does: make a Callable to keep it, compare it, or call
 * what the engine has handed over.
 */
export class Callable {
  #private;
  /** The method called `method`, as the engine spells it, of an object. */
  constructor(object: Object, method: string);
  /** The Callable of a function. The same function gives an equal Callable. */
  static from(fn: Callback): Callable;
  call(...args: VariantInput[]): Variant;
  /** Calls with the arguments in an array. */
  callv(args: ArrayInput): Variant;
  /** False when the object has been freed or has no such method. */
  isValid(): boolean;
}

/**
 * The engine's Array, exported as `Array`: a live handle. What is changed through one handle is
 * seen through all others.
 *
 * @example
 * for (const child of node.getChildren()) print(child.name);
 */
declare class GodotArray<T = Variant> {
  #private;
  constructor();
  /** A new array with the items of an iterable. */
  static from<T extends VariantInput>(items: Iterable<T>): GodotArray<T>;
  readonly length: number;
  /** The item at a place, counted from the end when negative. Throws a RangeError outside. */
  get(index: number): T;
  /** Throws a RangeError when there is no such place. */
  set(index: number, value: T): void;
  /** Adds items at the end and returns the new length. */
  push(...items: T[]): number;
  [Symbol.iterator](): IterableIterator<T>;
  /** A JavaScript array with the same items. Arrays and dictionaries inside stay handles. */
  toJS(): T[];
}

export { GodotArray as Array };

/**
 * The engine's Dictionary: a live handle that reads like a Map. Keeps the order of insertion.
 *
 * @example
 * const stats = Dictionary.from({ health: 3 });
 * for (const [name, value] of stats) print(name, value);
 */
export class Dictionary<K = Variant, V = Variant> {
  #private;
  constructor();
  /** A new dictionary with the entries of a Map or a plain object. */
  static from<K extends VariantInput, V extends VariantInput>(
    entries: ReadonlyMap<K, V>,
  ): Dictionary<K, V>;
  static from<V extends VariantInput>(entries: {
    readonly [key: string]: V;
  }): Dictionary<string, V>;
  readonly size: number;
  /** The value of a key, or undefined when there is none. */
  get(key: K): V | undefined;
  set(key: K, value: V): this;
  has(key: K): boolean;
  /** Returns whether the key was there. */
  delete(key: K): boolean;
  keys(): IterableIterator<K>;
  values(): IterableIterator<V>;
  entries(): IterableIterator<[K, V]>;
  [Symbol.iterator](): IterableIterator<[K, V]>;
  /** A Map with the same entries. Arrays and dictionaries inside stay handles. */
  toJS(): Map<K, V>;
}

/** Names a resource of one of the engine's servers. */
export class RID {
  #private;
  /** Without an id, the empty one, which names nothing. */
  constructor();
  readonly id: bigint;
  /** False for the empty one. */
  isValid(): boolean;
  equals(other: RID): boolean;
}

/** Thrown by any use of an object that the engine has freed. */
export class FreedObjectError extends globalThis.Error {
  constructor(what: string, freed: Pick<FreedObjectError, "className" | "instanceId" | "member">);
  readonly className: string;
  /** What `getInstanceId` gave while it lived. */
  readonly instanceId: number | bigint;
  /** The member that was used, or the function that it was given to: `start`, `Node.addChild`. */
  readonly member: string;
}
