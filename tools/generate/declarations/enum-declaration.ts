import type { ApiConstant, ApiEnum } from "../api";
import type { Documentation } from "../documentation";
import { indent } from "./indent";

/** Where an enum's documentation is: with the class that has it, or with the global scope. */
export interface EnumSource {
  readonly documentation: Documentation;
  readonly owner: string;
}

/**
 * Declares an enum, as lines. Its constants stand beside it too, as Godot has them
 * (`Node.PROCESS_MODE_ALWAYS`): see {@link enumConstants}.
 */
export function enumDeclaration(each: ApiEnum, modifiers = "", source?: EnumSource): string[] {
  const name = each.name.slice(each.name.lastIndexOf(".") + 1);
  const values = each.values.flatMap((value) => [
    ...valueComment(value, source),
    `${value.name} = ${value.value},`,
  ]);
  return [
    ...(source?.documentation.enum(source.owner, each.name) ?? []),
    `${modifiers}enum ${name} {`,
    ...indent(values),
    "}",
  ];
}

/**
 * Declares the enum's constants as constants of their own, each of its member's type: a numeric
 * enum's members are numbers at run time, and no other enum's to the compiler.
 *
 * @param path The enum, as seen from the constants: `Node.ProcessMode`.
 */
export function enumConstants(
  each: ApiEnum,
  path: string,
  modifiers: string,
  source?: EnumSource,
): string[] {
  return each.values.flatMap((value) => [
    ...valueComment(value, source),
    `${modifiers} ${value.name}: ${path}.${value.name};`,
  ]);
}

function valueComment(value: ApiConstant, source: EnumSource | undefined): string[] {
  return source?.documentation.value(source.owner, value.description) ?? [];
}
