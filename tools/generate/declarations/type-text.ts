import type { ApiArgument, ApiReturn } from "../api";

/**
 * Which way a value goes, which decides how its type is written.
 *
 * - `in`: given to the engine. Wide: JavaScript's own arrays, objects and functions do.
 * - `out`: what a method or a property of the engine gives back. Objects may be null.
 * - `handed`: what the engine passes to our functions. Objects are taken not to be null, since a
 *   signal or a virtual method that passes null is rare, and a check in each function isn't.
 */
export type Direction = "in" | "out" | "handed";

/** Writes a type of the dump in TypeScript. */
export function typeText(type: string, direction: Direction, meta?: string): string {
  if (type.includes("*")) return "Pointer";
  if (type === "int") return intText(direction, meta);

  const known = (direction === "in" ? inputs : outputs)[type] ?? simple[type];
  if (known !== undefined) return known;

  const [kind, name] = splitOnce(type, "::");
  if (name === undefined) return objectText(type, direction, meta);
  if (kind === "enum") return name;
  if (kind === "bitfield") return direction === "in" ? `${name} | 0` : name;
  if (kind === "typedarray") return typedArrayText(name, direction);
  if (kind === "typeddictionary") return typedDictionaryText(name, direction);
  throw new TypeError(`The dump has a type that the generator doesn't know: ${type}`);
}

/** The type of what a method gives back. */
export function returnText(value: ApiReturn | undefined, direction: Direction): string {
  return value ? typeText(value.type, direction, value.meta) : "void";
}

/** The type of an argument. */
export function argumentText(argument: ApiArgument, direction: Direction): string {
  return typeText(argument.type, direction, argument.meta);
}

/** The dump's name for a result that may need all 64 bits: ids of objects and of the like. */
export const wideInt = "wide";

function intText(direction: Direction, meta: string | undefined): string {
  if (meta === wideInt) return "number | bigint";
  if (direction !== "in") return "number";
  return meta === undefined || meta.endsWith("64") ? "number | bigint" : "number";
}

function objectText(name: string, direction: Direction, meta: string | undefined): string {
  return direction === "handed" || meta === "required" ? name : `${name} | null`;
}

function typedArrayText(type: string, direction: Direction): string {
  // Properties write what their editor needs: `24/17:Font`.
  const item = type.replace(/^\d+\/\d+:/, "");
  const array = direction === "in" ? "ArrayInput" : "GodotArray";
  return item === "" ? array : `${array}<${itemText(item, direction)}>`;
}

function typedDictionaryText(types: string, direction: Direction): string {
  const [key, value = "Variant"] = splitOnce(types, ";");
  const dictionary = direction === "in" ? "DictionaryInput" : "Dictionary";
  return `${dictionary}<${itemText(key, direction)}, ${itemText(value, direction)}>`;
}

/** An item of a typed container: an object there is taken not to be null. */
function itemText(type: string, direction: Direction): string {
  return typeText(type, direction, "required");
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}

const simple: Readonly<Record<string, string>> = {
  Nil: "null",
  void: "void",
  bool: "boolean",
  float: "number",
  String: "string",
  StringName: "string",
  NodePath: "string",
  RID: "RID",
  Signal: "Signal",
  PackedByteArray: "Uint8Array",
  PackedInt32Array: "Int32Array",
  PackedInt64Array: "BigInt64Array",
  PackedFloat32Array: "Float32Array",
  PackedFloat64Array: "Float64Array",
  ...Object.fromEntries(
    (
      "Vector2 Vector2i Rect2 Rect2i Vector3 Vector3i Transform2D Vector4 Vector4i Plane " +
      "Quaternion AABB Basis Transform3D Projection Color"
    )
      .split(" ")
      .map((name) => [name, name]),
  ),
};

const inputs: Readonly<Record<string, string>> = {
  Variant: "VariantInput",
  Array: "ArrayInput",
  Dictionary: "DictionaryInput",
  Callable: "CallableInput",
  PackedStringArray: "readonly string[]",
  PackedVector2Array: "readonly Vector2[]",
  PackedVector3Array: "readonly Vector3[]",
  PackedVector4Array: "readonly Vector4[]",
  PackedColorArray: "readonly Color[]",
};

const outputs: Readonly<Record<string, string>> = {
  Variant: "Variant",
  Array: "GodotArray",
  Dictionary: "Dictionary",
  Callable: "Callable",
  PackedStringArray: "PackedStringArray",
  PackedVector2Array: "PackedVector2Array",
  PackedVector3Array: "PackedVector3Array",
  PackedVector4Array: "PackedVector4Array",
  PackedColorArray: "PackedColorArray",
};
