import { readFileSync } from "node:fs";
import { ProjectSettings } from "godot";
import type { Api, ApiBuiltinClass } from "../../../tools/generate/api";

/** The engine's own description of its math types, each with all that it can do. */
export function mathTypes(): readonly ApiBuiltinClass[] {
  const api = dump();
  const names = new Set(
    api.builtin_class_member_offsets.flatMap((each) => each.classes.map(({ name }) => name)),
  );
  return api.builtin_classes.filter(({ name }) => names.has(name));
}

/** The same of a builtin type. */
export function builtinType(name: string): ApiBuiltinClass {
  const found = builtins().find((each) => each.name === name);
  if (found === undefined) throw new Error(`the engine has no type ${name}`);
  return found;
}

let known: readonly ApiBuiltinClass[] | undefined;

function builtins(): readonly ApiBuiltinClass[] {
  known ??= dump().builtin_classes;
  return known;
}

function dump(): Api {
  const path = ProjectSettings.globalizePath("res://.engine/api/extension_api.json");
  return JSON.parse(readFileSync(path, "utf8"));
}
