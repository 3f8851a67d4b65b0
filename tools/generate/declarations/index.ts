import type { EngineModel } from "../class-model";
import { Documentation } from "../documentation";
import { builtinDeclarations } from "./builtin-declaration";
import { classDeclaration } from "./class-declaration";
import { globalEnums, utilityDeclarations } from "./global-declarations";
import { valueDeclaration, valueUnion } from "./value-declaration";

/**
 * Writes the types of module "godot".
 *
 * @param prelude The text of `prelude.d.ts`: what is declared by hand.
 */
export function declarations(model: EngineModel, prelude: string): string {
  const { api, classes, values } = model;
  const builtins = new Map(api.builtin_classes.map((each) => [each.name, each]));
  const singletons = new Set(api.singletons.map((each) => each.name));
  const documentation = new Documentation(model);
  return [
    "// Generated from the engine's own API dump. Do not edit.",
    // Without this line, TypeScript exports all that is declared.
    "export {};",
    handwritten(prelude),
    ...valueUnion(Object.keys(values)),
    ...Object.entries(values).flatMap(([name, value]) =>
      valueDeclaration(builtins.get(name) ?? { name }, value, documentation),
    ),
    ...builtinDeclarations(api, documentation),
    ...globalEnums(api, documentation),
    ...utilityDeclarations(api, documentation),
    ...classes.flatMap((each) => classDeclaration(each, singletons, documentation)),
    "",
  ].join("\n");
}

const copyMark = "// ---- copied from here ----\n";

function handwritten(prelude: string): string {
  const at = prelude.indexOf(copyMark);
  if (at < 0) throw new Error("The prelude of the declarations has lost its mark");
  return prelude.slice(at + copyMark.length);
}
