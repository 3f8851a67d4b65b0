import { companionTypes } from "./builtin-model";
import type { EngineModel } from "./class-model";
import { gdscriptFunctions } from "./declarations/special-signatures";
import { variableName } from "./names";

/** Exports that are written by hand, in module "godot" and in the prelude of its types. */
const handwrittenExports = [
  "Array",
  "Callable",
  "Dictionary",
  "FreedObjectError",
  "NodePath",
  "Pointer",
  "RID",
  "Signal",
  "StringName",
  "classNamed",
  "float",
];

/**
 * The names of everything that module "godot" exports at run time, sorted.
 * Throws when two exports would share a name.
 */
export function runtimeExports({ api, classes, values }: EngineModel): string[] {
  const names = [
    ...handwrittenExports,
    ...Object.keys(values),
    ...companionTypes(api).map((each) => each.name),
    // `Variant.Type` and `Variant.Operator` are members of one export.
    ...new Set(api.global_enums.map((each) => each.name.replace(/\..*/, ""))),
    ...api.global_enums.flatMap((each) => each.values.map((value) => value.name)),
    ...api.global_constants.map((each) => each.name),
    ...api.utility_functions.map((each) => variableName(each.name)),
    ...Object.keys(gdscriptFunctions),
    // A singleton has the name of its class.
    ...new Set([...classes.map((each) => each.api.name), ...api.singletons.map((s) => s.name)]),
  ].sort();

  const twice = names.filter((name, index) => name === names[index + 1]);
  if (twice.length > 0) throw new Error(`Exported twice: ${twice.join(", ")}`);
  return names;
}
