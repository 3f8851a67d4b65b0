import type { ApiEnum } from "../api";

/**
 * Declares an enum, as lines. Its constants stand beside it too, as Godot has them
 * (`Node.PROCESS_MODE_ALWAYS`): see {@link enumConstants}.
 */
export function enumDeclaration(each: ApiEnum, modifiers = ""): string[] {
  const name = each.name.slice(each.name.lastIndexOf(".") + 1);
  return [
    `${modifiers}enum ${name} {`,
    ...each.values.map((value) => `  ${value.name} = ${value.value},`),
    "}",
  ];
}

/**
 * Declares the enum's constants as constants of their own, each of its member's type: a numeric
 * enum's members are numbers at run time, and no other enum's to the compiler.
 *
 * @param path The enum, as seen from the constants: `Node.ProcessMode`.
 */
export function enumConstants(each: ApiEnum, path: string, modifiers: string): string[] {
  return each.values.map(({ name }) => `${modifiers} ${name}: ${path}.${name};`);
}
