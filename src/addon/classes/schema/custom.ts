import type { PropertyHint } from "godot";
import { type Schema, withHint } from "./schema";

/**
 * Any schema with any hint of the engine's: for those that have no name here.
 *
 * @example
 * @property(t.custom(t.int, PROPERTY_HINT_NONE, "suffix:m")) accessor depth = 3;
 */
export function custom<T>(schema: Schema<T>, hint: PropertyHint, hintString = ""): Schema<T> {
  return withHint(schema, hint, hintString);
}
