import type {
  Color,
  PackedColorArray,
  PackedStringArray,
  PackedVector2Array,
  PackedVector3Array,
  PackedVector4Array,
  Vector2,
  Vector3,
  Vector4,
} from "godot";
import type { VariantTypeName } from "../../../godot";
import { array } from "./array";
import { fitItems, itemHint } from "./items";
import { color, vector2, vector3, vector4 } from "./math";
import { isInstance, moduleClass } from "./module-class";
import { hint } from "./property-hint";
import { float, int, int64 } from "./scalar";
import { builtin, type Schema, withHint } from "./schema";
import { string } from "./text";

/** A packed array. `of` says how the inspector edits its items. */
export interface PackedSchema<T, Item> extends Schema<T> {
  /**
   * The same, with the hint of an item's schema.
   *
   * @example
   * @property(t.packedStringArray.of(t.file("*.png"))) accessor icons = new PackedStringArray();
   */
  of(item: Schema<Item>): Schema<T>;
}

function packed<T, Item>(
  type: VariantTypeName,
  item: Schema<Item>,
  accepts: (value: unknown) => boolean,
  make: (items: readonly unknown[]) => T,
): PackedSchema<T, Item> {
  // An Array of which all items fit is packed, as the engine does it.
  const convert = (value: unknown) => {
    if (!array.accepts(value) && !Array.isArray(value)) return value;
    const items = fitItems(item, [...(value as Iterable<unknown>)]);
    return items === undefined ? value : make(items);
  };
  const base = builtin<T>(type, accepts, convert);
  const of = (each: Schema<Item>) => withHint(base, hint.typeString, () => itemHint(each));
  const whole = withHint<T>(base, hint.typeString, () => itemHint(item));
  return Object.assign(whole, { of });
}

type NumberArray = Uint8Array | Int32Array | BigInt64Array | Float32Array | Float64Array;

function ofNumbers<T extends NumberArray, Item = number>(
  type: VariantTypeName,
  item: Schema<Item>,
  ArrayClass: abstract new (...args: never[]) => T,
  make: (items: readonly Item[]) => T,
): PackedSchema<T, Item> {
  return packed(
    type,
    item,
    (value) => value instanceof ArrayClass,
    (items) => make(items as readonly Item[]),
  );
}

function ofValues<T, Item>(type: VariantTypeName, item: Schema<Item>): PackedSchema<T, Item> {
  const make = (items: readonly unknown[]) => Reflect.construct(moduleClass(type), [items]) as T;
  return packed(type, item, isInstance(type), make);
}

export const packedByteArray = ofNumbers<Uint8Array>("PackedByteArray", int, Uint8Array, (items) =>
  Uint8Array.from(items),
);
export const packedInt32Array = ofNumbers<Int32Array>(
  "PackedInt32Array",
  int,
  Int32Array,
  (items) => Int32Array.from(items),
);
export const packedInt64Array = ofNumbers<BigInt64Array, number | bigint>(
  "PackedInt64Array",
  int64,
  BigInt64Array,
  (items) => BigInt64Array.from(items, BigInt),
);
export const packedFloat32Array = ofNumbers<Float32Array>(
  "PackedFloat32Array",
  float,
  Float32Array,
  (items) => Float32Array.from(items),
);
export const packedFloat64Array = ofNumbers<Float64Array>(
  "PackedFloat64Array",
  float,
  Float64Array,
  (items) => Float64Array.from(items),
);
export const packedStringArray = ofValues<PackedStringArray, string>("PackedStringArray", string);
export const packedVector2Array = ofValues<PackedVector2Array, Vector2>(
  "PackedVector2Array",
  vector2,
);
export const packedVector3Array = ofValues<PackedVector3Array, Vector3>(
  "PackedVector3Array",
  vector3,
);
export const packedVector4Array = ofValues<PackedVector4Array, Vector4>(
  "PackedVector4Array",
  vector4,
);
export const packedColorArray = ofValues<PackedColorArray, Color>("PackedColorArray", color);
