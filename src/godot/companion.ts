// The types whose values are JavaScript's own: strings and packed arrays. What the engine can do with
// them are functions beside, which take the value first: `String.capitalize("some text")`.
import { GodotArray } from "./array";
import { builtinOperator, defineBuiltinMethods } from "./builtin-members";
import { defineByteFunctions } from "./byte-functions";
import { isCompanionMethod } from "./companion-method";
import { NodePath, StringName } from "./explicit-type";
import { defineLazy } from "./lazy-property";
import type { AnyFunction } from "./native";
import { isPackedOfValues, packedArrayClass } from "./packed-array";
import { isVariantTypeName, type VariantTypeName } from "./type-code";

/** The export with a type's functions, made on first use; undefined for other names. */
export function companion(name: string): object | undefined {
  if (!isVariantTypeName(name)) return undefined;
  const target = targetOf(name);
  if (target === undefined) return undefined;
  if (name === "PackedByteArray") defineByteFunctions(target);
  defineCompanion(name, target);
  if (name.startsWith("Packed")) definePackedOperators(name, target);
  if (name === "String" || name === "StringName") defineLazy(target, "mod", () => formatting(name));
  return target;
}

function targetOf(name: VariantTypeName): object | undefined {
  if (isPackedOfValues(name)) return packedArrayClass(name);
  if (name === "StringName") return StringName;
  if (name === "NodePath") return NodePath;
  return name === "String" || name.startsWith("Packed") ? {} : undefined;
}

/** Gives an object the functions of a type. */
function defineCompanion(type: VariantTypeName, target: object): void {
  // A class's own says how many arguments its constructor takes; the text's own is wanted here.
  if (typeof target === "function") Reflect.deleteProperty(target, "length");
  defineBuiltinMethods(type, (row) => (isCompanionMethod(row) ? target : undefined));
}

/** The engine's `"%d of %d" % [1, 2]`. */
function formatting(type: VariantTypeName): AnyFunction {
  const format = builtinOperator("OP_MODULE", type, "Array", "String");
  return (text: string, values: unknown) =>
    format(text, Array.isArray(values) || values instanceof GodotArray ? values : [values]);
}

function definePackedOperators(type: VariantTypeName, target: object): void {
  defineLazy(target, "equals", () => builtinOperator("OP_EQUAL", type, type, "bool"));
  defineLazy(target, "concat", () => builtinOperator("OP_ADD", type, type, type));
}
