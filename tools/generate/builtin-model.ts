import type { Api, ApiBuiltinClass } from "./api";

/**
 * The types whose values are JavaScript's own, for which module "godot" exports functions that take
 * the value first. StringName and NodePath have such functions too, beside a constructor.
 */
export function companionTypes(api: Api): readonly ApiBuiltinClass[] {
  return api.builtin_classes.filter(({ name }) => name === "String" || name.startsWith("Packed"));
}
