import { readFileSync } from "node:fs";
import { ProjectSettings } from "godot";
import type { Api, ApiBuiltinClass } from "../../../tools/generate/api";

/** The engine's own description of its math types, each with all that it can do. */
export function mathTypes(): readonly ApiBuiltinClass[] {
  const path = ProjectSettings.globalizePath("res://.engine/api/extension_api.json");
  const api: Api = JSON.parse(readFileSync(path, "utf8"));
  const names = new Set(
    api.builtin_class_member_offsets.flatMap((each) => each.classes.map(({ name }) => name)),
  );
  return api.builtin_classes.filter(({ name }) => names.has(name));
}
