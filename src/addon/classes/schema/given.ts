import { describe } from "../../../godot";
import { arrayTypeName } from "./array";
import { dictionaryTypeName } from "./dictionary";

/** What was given in place of what a schema wants, for messages: `string "x"`, `Array[int]`. */
export function given(value: unknown): string {
  return arrayTypeName(value) ?? dictionaryTypeName(value) ?? describe(value);
}
