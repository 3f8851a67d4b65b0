import * as godot from "godot";
import type { ArgumentTypes } from "./engine-api";

/** The arguments to call every function with. */
export interface ArgumentSet {
  readonly name: string;
  /** The arguments for a function whose arguments are of those types. */
  make(types: ArgumentTypes): readonly unknown[];
  /** The value to write to a property. */
  readonly value: unknown;
}

/** Not within a folder: nothing can be written there, whatever takes it for a path. */
const text = "/dev/null/none";

/** Made once: what is done to it stays done. */
function freedNode(): unknown {
  const node = new godot.Node();
  node.free();
  return node;
}

export function argumentSets(): readonly ArgumentSet[] {
  const same = (name: string, value: unknown): ArgumentSet => ({
    name,
    make: (types) => types.map(() => value),
    value,
  });
  return [
    { name: "nothing", make: () => [], value: undefined },
    same("text", text),
    same("number", 7),
    same("negative", -7),
    same("fraction", 0.5),
    same("NaN", Number.NaN),
    same("Infinity", Number.POSITIVE_INFINITY),
    same("largest int", 2n ** 63n - 1n),
    same("bigint beyond 64 bits", 2n ** 70n),
    same("boolean", true),
    same("plain object", { a: 1 }),
    same("array", [1]),
    same("symbol", Symbol("none")),
    same("freed object", freedNode()),
    same("null", null),
    { name: "zeros and null objects", make: (types) => types.map(zero), value: null },
  ];
}

/** A value that a type has: null for an object, and else the emptiest. */
function zero(type: string): unknown {
  const known = zeros[type];
  if (known !== undefined) return known;
  if (type.startsWith("Array")) return [];
  if (type.startsWith("Dictionary")) return {};
  if (type === "Object") return null;
  const Class = (godot as unknown as Record<string, unknown>)[type];
  const isValue = typeof Class === "function" && !(Class.prototype instanceof godot.Object);
  if (isValue) return new (Class as new () => unknown)();
  // An enum or a bitfield, whose type is no class.
  return isClass(type) ? null : 0;
}

function isClass(type: string): boolean {
  if (type === "Variant" || type.endsWith(" or null")) return true;
  const exported = (godot as unknown as Record<string, unknown>)[type];
  return typeof exported === "function";
}

const zeros: Readonly<Record<string, unknown>> = {
  bool: false,
  int: 0,
  float: 0,
  String: "",
  StringName: "",
  NodePath: "",
  Callable: new (godot.Callable as unknown as new () => unknown)(),
  Signal: new (godot.Signal as unknown as new () => unknown)(),
  PackedByteArray: new Uint8Array(),
  PackedInt32Array: new Int32Array(),
  PackedInt64Array: new BigInt64Array(),
  PackedFloat32Array: new Float32Array(),
  PackedFloat64Array: new Float64Array(),
  PackedStringArray: [],
  PackedVector2Array: [],
  PackedVector3Array: [],
  PackedVector4Array: [],
  PackedColorArray: [],
};
