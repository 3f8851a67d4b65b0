// biome-ignore-all lint/complexity/noBannedTypes: Object is the engine's class here
// biome-ignore-all lint/correctness/noUnusedPrivateClassMembers: they keep like classes apart
// biome-ignore-all lint/correctness/noUnusedVariables: what is generated below uses them
// What module "godot" has beside the engine's own classes. The generator copies all that follows
// the next line to the head of types/godot/index.d.ts, where the names that are missing here are.
// ---- copied from here ----

/**
 * Everything that the engine can hand over where it does not say which type.
 *
 * `int` is a number, and a bigint where a number cannot hold it. Packed arrays of numbers are typed
 * arrays, the others classes such as {@link PackedVector2Array}: copies, all of them.
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
  | PackedStringArray
  | PackedVector2Array
  | PackedVector3Array
  | PackedVector4Array
  | PackedColorArray;

/** Everything that the engine takes where it does not say which type. */
export type VariantInput =
  | Variant
  | undefined
  | ExplicitFloat
  | StringName
  | NodePath
  | Callback
  | readonly VariantInput[]
  | ReadonlySet<VariantInput>
  | ReadonlyMap<VariantInput, VariantInput>
  | { readonly [key: string]: VariantInput };

/** Beside the type of a collection: refuses one of what the engine doesn't take. */
type Taken<T> = [T] extends [VariantInput] ? unknown : Iterable<VariantInput>;

/** What the engine keeps of something that it is given. */
export type Stored<T> = T extends Variant
  ? T
  : T extends undefined
    ? null
    : T extends ExplicitFloat
      ? number
      : T extends ExplicitText
        ? string
        : T extends Callback
          ? Callable
          : T extends readonly unknown[] | ReadonlySet<unknown>
            ? GodotArray
            : Dictionary;

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

/** What a property is to the engine: see {@link Object._getPropertyList}. */
export interface PropertyInfo {
  name: string;
  type: Variant.Type;
  /** Of objects and enums: `Node2D`, `Coin.Kind`. */
  className?: string;
  /** How the inspector shows it, together with `hintString`. */
  hint?: PropertyHint;
  hintString?: string;
  /** By default it is stored and shown. */
  usage?: PropertyUsageFlags;
}

/**
 * Memory of the engine's, in the few virtual methods that are handed an address. It, and every view of
 * it, is there until the method returns.
 *
 * @example
 * // class MyPeer extends MultiplayerPeerExtension
 * override _putPacket(buffer: Pointer, size: number): Error {
 *   this.sent.push(buffer.bytes(size).slice());
 *   return Error.OK;
 * }
 *
 * override _getPacket(buffer: Pointer, size: Pointer): Error {
 *   const packet = this.received.shift() ?? new Uint8Array();
 *   buffer.lend(packet);
 *   size.ints(1)[0] = packet.length;
 *   return Error.OK;
 * }
 */
export class Pointer {
  #private;
  private constructor();
  readonly address: bigint;
  readonly isNull: boolean;
  /** The bytes there, to read and, where they are the method's to fill, to write. */
  bytes(length: number): Uint8Array;
  /** The same memory as ints of 32 bits. One that the method is to set: `size.ints(1)[0] = 5`. */
  ints(count: number): Int32Array;
  /** The same memory as floats of 32 bits. A frame of audio is two of them. */
  floats(count: number): Float32Array;
  /**
   * For a pointer to a pointer: has it point to a copy of those bytes, which stays there until the same
   * method of the same object lends others.
   */
  lend(bytes: Uint8Array): void;
}

/** What {@link float} makes. */
interface ExplicitFloat {
  readonly [explicitFloat]: never;
  valueOf(): number;
}
declare const explicitFloat: unique symbol;

/**
 * A number that is a float to the engine, even where it has no fraction.
 *
 * When to use: where a script looks at the type of what it gets. JavaScript has one type of number,
 * so `3` goes out as an int, and `3 / 2` is 1 in GDScript. Where the engine says itself that it
 * wants a float, a number does.
 *
 * @example
 * node.call("set_ratio", float(3));
 */
export function float(value: number | bigint): ExplicitFloat;

/** Stands for a JavaScript string: see {@link StringName} and {@link NodePath}. */
declare abstract class ExplicitText {
  #private;
  constructor(text: string);
  toString(): string;
}

/**
 * A string that is a StringName to the engine.
 *
 * When to use: where a script looks at the type of what it gets. Where the engine says itself that
 * it wants a StringName, a string does, and what comes back is a string.
 *
 * The functions of the class take the text first: `StringName.hash("x")`.
 */
export class StringName extends ExplicitText {
  #private;
}

/**
 * A string that is a NodePath to the engine. When to use: as {@link StringName}.
 *
 * @example
 * NodePath.getNameCount("HUD/Score"); // 2
 */
export class NodePath extends ExplicitText {
  #private;
}

/**
 * What the packed arrays of strings, vectors and colors are: JavaScript arrays that keep their type
 * when they go to the engine. They are copies, so nobody is to change one in place: put what is new
 * into another.
 *
 * @example
 * line.points = new PackedVector2Array([...line.points, Vector2.ZERO]);
 */
declare const ReadonlyItems: abstract new <T>() => ReadonlyArray<T>;

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
  /** Whether both are the same signal of the same object. */
  equals(other: Signal<never[]>): boolean;
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
  /** Whether both call the same, with the same bound arguments. */
  equals(other: CallableInput): boolean;
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
  static from<T>(items: Iterable<T> & Taken<T>): GodotArray<Stored<T>>;
  /**
   * A new array that takes items of one type only, as GDScript's `Array[Node]`. Throws a TypeError
   * for an item of another.
   *
   * @param type A class of the engine, a math type, a script, or `TYPE_INT` and the like.
   *
   * @example
   * const path = Array.typed(Vector2, [Vector2.ZERO]);
   * const scores = Array.typed<number>(TYPE_INT, [1, 2, 3]);
   */
  static typed<T = Variant>(
    type: ItemType<T>,
    items?: Iterable<T> & Taken<T>,
  ): GodotArray<Stored<T>>;
  readonly length: number;
  /** The item at a place, counted from the end when negative. Throws a RangeError outside. */
  get(index: number): T;
  /** Throws a RangeError when there is no such place. */
  set(index: number, value: T): void;
  /** Adds items at the end and returns the new length. */
  push(...items: T[]): number;
  /** Goes through the items that are there when it begins. */
  [Symbol.iterator](): IterableIterator<T>;
  /** A JavaScript array with the same items. Arrays and dictionaries inside stay handles. */
  toJS(): T[];
  /** Whether both have equal items in the same order. */
  equals(other: ArrayInput<T>): boolean;
  /** Whether this comes first when both are compared item by item. */
  lessThan(other: ArrayInput<T>): boolean;
  lessOrEqual(other: ArrayInput<T>): boolean;
  greaterThan(other: ArrayInput<T>): boolean;
  greaterOrEqual(other: ArrayInput<T>): boolean;
  /** A new array with the items of both. */
  concat(other: ArrayInput<T>): GodotArray<T>;
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
  /** A new dictionary with the entries of a Map, a plain object or another dictionary. */
  static from<K, V>(entries: Dictionary<K, V>): Dictionary<K, V>;
  static from<K, V>(entries: ReadonlyMap<K, V> & Taken<K | V>): Dictionary<Stored<K>, Stored<V>>;
  static from<V>(entries: { readonly [key: string]: V } & Taken<V>): Dictionary<string, Stored<V>>;
  /**
   * A new dictionary with keys of one type and values of one type, as GDScript's
   * `Dictionary[String, int]`. `TYPE_NIL` lets any be. Throws a TypeError for one of another type.
   *
   * @param keys A class of the engine, a math type, a script, or `TYPE_INT` and the like.
   */
  static typed<K = Variant, V = Variant>(
    keys: ItemType<K>,
    values: ItemType<V>,
    entries?: DictionaryInput<K, V> & Taken<K | V>,
  ): Dictionary<Stored<K>, Stored<V>>;
  readonly size: number;
  /** The value of a key, or undefined when there is none. */
  get(key: K): V | undefined;
  set(key: K, value: V): this;
  /** Returns whether the key was there. */
  delete(key: K): boolean;
  keys(): IterableIterator<K>;
  values(): IterableIterator<V>;
  entries(): IterableIterator<[K, V]>;
  [Symbol.iterator](): IterableIterator<[K, V]>;
  /** A Map with the same entries. Arrays and dictionaries inside stay handles. */
  toJS(): Map<K, V>;
  /** Whether both have equal entries, in whatever order. */
  equals(other: DictionaryInput<K, V>): boolean;
}

/** What the items of a typed Array or Dictionary are. */
export type ItemType<T = Variant> = Variant.Type | Script | (abstract new (...args: never[]) => T);

/** Names a resource of one of the engine's servers. */
export class RID {
  #private;
  /** Without an id, the empty one, which names nothing. */
  constructor();
  readonly id: bigint;
  equals(other: RID): boolean;
  /** Whether the id of this one is less. */
  lessThan(other: RID): boolean;
  lessOrEqual(other: RID): boolean;
  greaterThan(other: RID): boolean;
  greaterOrEqual(other: RID): boolean;
}

/**
 * The class of that name, for those that this module does not export: what other extensions register.
 * Its members have the same names as anywhere here (`hit_points` is `hitPoints`), and come from the
 * engine when the game runs: `T` and `S` say what they are.
 *
 * The class may come later: it is looked for when it is first used.
 *
 * @typeParam T an instance
 * @typeParam S the statics
 *
 * @example
 * interface Terrain extends Node3D {
 *   heightAt(x: number, z: number): number;
 * }
 * const Terrain = classNamed<Terrain>("Terrain");
 * if (node instanceof Terrain) print(node.heightAt(0, 0));
 */
export function classNamed<T extends Object = Object, S = unknown>(name: string): (new () => T) & S;

/** Thrown by any use of an object that the engine has freed. */
export class FreedObjectError extends globalThis.Error {
  constructor(what: string, freed: Pick<FreedObjectError, "className" | "instanceId" | "member">);
  readonly className: string;
  /** What `getInstanceId` gave while it lived. */
  readonly instanceId: number | bigint;
  /** The member that was used, or the function that it was given to: `start`, `Node.addChild`. */
  readonly member: string;
}
