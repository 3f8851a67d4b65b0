import type { Api, ApiUtility } from "../api";
import { variableName } from "../names";
import { enumConstants, enumDeclaration } from "./enum-declaration";
import { indent } from "./indent";
import { parameterList } from "./signature";
import { specialUtilities } from "./special-signatures";
import { typeText } from "./type-text";

/**
 * Declares the enums of no class, and the constants of all of them as exports of their own, as
 * GDScript has them: `Key.KEY_SPACE` and `KEY_SPACE` are the same. `Variant.Type` is an enum of the
 * export `Variant`, which is a type besides.
 */
export function globalEnums(api: Api): string[] {
  return [
    ...api.global_enums.flatMap((each) => {
      const [space, inner] = each.name.split(".");
      const declaration =
        inner === undefined
          ? enumDeclaration(each, "export ")
          : [`export namespace ${space} {`, ...indent(enumDeclaration(each, "export ")), "}"];
      return [...declaration, ...enumConstants(each, each.name, "export const")];
    }),
    ...api.global_constants.map(({ name, value }) => `export const ${name}: ${value};`),
  ];
}

/** Declares the utility functions: `lerp`, `print`. */
export function utilityDeclarations(api: Api): string[] {
  return api.utility_functions.flatMap((each) => {
    const name = variableName(each.name);
    const signatures = specialUtilities[each.name] ?? [utilitySignature(each)];
    return signatures.map((signature) => `export function ${name}${signature};`);
  });
}

/** A function of any number of arguments names the first few in the dump, and needs none. */
function utilitySignature(utility: ApiUtility): string {
  const parameters = utility.is_vararg
    ? ["...args: VariantInput[]"]
    : parameterList(utility.arguments ?? [], "in");
  const result = utility.return_type ? typeText(utility.return_type, "out") : "void";
  return `(${parameters.join(", ")}): ${result}`;
}
