// Types as the native side takes them: src/native/bridge/type_code.h.
import { classNumber } from "./api";
import type { TypeCode } from "./native";

/** The engine's Variant types, in its order. */
const variantTypes = [
  "Nil",
  "bool",
  "int",
  "float",
  "String",
  "Vector2",
  "Vector2i",
  "Rect2",
  "Rect2i",
  "Vector3",
  "Vector3i",
  "Transform2D",
  "Vector4",
  "Vector4i",
  "Plane",
  "Quaternion",
  "AABB",
  "Basis",
  "Transform3D",
  "Projection",
  "Color",
  "StringName",
  "NodePath",
  "RID",
  "Object",
  "Callable",
  "Signal",
  "Dictionary",
  "Array",
  "PackedByteArray",
  "PackedInt32Array",
  "PackedInt64Array",
  "PackedFloat32Array",
  "PackedFloat64Array",
  "PackedStringArray",
  "PackedVector2Array",
  "PackedVector3Array",
  "PackedColorArray",
  "PackedVector4Array",
] as const;

export type VariantTypeName = (typeof variantTypes)[number];

const variantCode = variantTypes.length;
const pointerCode = variantCode + 1;
const firstClassCode = 64;

const codes = new Map<string, TypeCode>([
  ...variantTypes.map((name, code) => [name, code] as const),
  ["void", 0],
  ["Variant", variantCode],
  ["pointer", pointerCode],
]);

/** The code of a type as the table spells it: a builtin type, "Variant", "void", or a class. */
export function typeCode(type: string): TypeCode {
  const code = codes.get(type);
  if (code !== undefined) return code;
  const number = classNumber(type);
  if (number === undefined) throw new Error(`the engine has no type ${type}`);
  return firstClassCode + number;
}

export function isVariantTypeName(name: string): name is VariantTypeName {
  return (variantTypes as readonly string[]).includes(name);
}

/** The Variant type of a builtin type. */
export function variantType(name: VariantTypeName): number {
  return variantTypes.indexOf(name);
}

export function variantTypeName(type: number): VariantTypeName {
  return variantTypes[type] ?? "Nil";
}
