// One type here, three there: what arrives is a string in any case.
import type { VariantTypeName } from "../../../godot";
import { builtin, type Schema } from "./schema";

function text(type: VariantTypeName): Schema<string> {
  return builtin(type, (value) => typeof value === "string");
}

export const string = text("String");
export const stringName = text("StringName");
export const nodePath = text("NodePath");
