import { StringName } from "./explicit-type";
import type { Constructor } from "./native";
import { isVariantTypeName, variantType } from "./type-code";

/** What the items of a typed Array or Dictionary are: see `Array.typed` in the types of "godot". */
export type ItemType = number | Constructor | { getInstanceBaseType(): string };

/** The type as the engine's constructors take it: a Variant type, a class's name, and a script. */
export function itemTypeArguments(
  type: ItemType,
): readonly [type: number, name: object, script: object | null] {
  if (typeof type === "number") return [type, new StringName(""), null];
  if (typeof type !== "function") {
    return [variantType("Object"), new StringName(type.getInstanceBaseType()), type];
  }
  return isVariantTypeName(type.name) && type.name !== "Object"
    ? [variantType(type.name), new StringName(""), null]
    : [variantType("Object"), new StringName(type.name), null];
}
