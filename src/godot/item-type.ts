import { classNumber } from "./api";
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
  const className = engineName(type);
  if (className !== undefined) return [variantType("Object"), new StringName(className), null];
  if (isVariantTypeName(type.name)) return [variantType(type.name), new StringName(""), null];
  throw new TypeError(`${type.name} is no type of the engine's: is its class registered?`);
}

function engineName(Class: Constructor): string | undefined {
  return registered.get(Class) ?? (classNumber(Class.name) === undefined ? undefined : Class.name);
}

const registered = new WeakMap<Constructor, string>();

/** Tells by which name the engine knows a class that is written in TypeScript. */
export function setClassName(Class: Constructor, name: string): void {
  registered.set(Class, name);
}
