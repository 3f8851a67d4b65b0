import type { Api, ApiUtility } from "../api";
import { type Documentation, globalScope } from "../documentation";
import { variableName } from "../names";
import { enumConstants, enumDeclaration } from "./enum-declaration";
import { indent } from "./indent";
import { parameterList } from "./signature";
import { gdscriptFunctions, specialUtilities } from "./special-signatures";
import { typeText } from "./type-text";

/**
 * Declares the enums of no class, and the constants of all of them as exports of their own, as
 * GDScript has them: `Key.KEY_SPACE` and `KEY_SPACE` are the same. `Variant.Type` is an enum of the
 * export `Variant`, which is a type besides.
 */
export function globalEnums(api: Api, documentation: Documentation): string[] {
  const owner = globalScope;
  const source = { documentation, owner };
  return [
    ...api.global_enums.flatMap((each) => {
      const [space, inner] = each.name.split(".");
      const declaration = enumDeclaration(each, "export ", source);
      return [
        ...(inner === undefined
          ? declaration
          : [`export namespace ${space} {`, ...indent(declaration), "}"]),
        ...enumConstants(each, each.name, "export const", source),
      ];
    }),
    ...api.global_constants.flatMap(({ name, value, description }) => [
      ...documentation.member({ owner, kind: "constant", name, description }),
      `export const ${name}: ${value};`,
    ]),
  ];
}

/** Declares the utility functions: `lerp`, `print`. */
export function utilityDeclarations(api: Api, documentation: Documentation): string[] {
  const engines = api.utility_functions.flatMap((each) => {
    const name = variableName(each.name);
    const signatures = specialUtilities[each.name] ?? [utilitySignature(each)];
    const comment = documentation.member({ owner: globalScope, kind: "method", ...each });
    // An editor shows the comment of the overload that is called.
    return signatures.flatMap((signature) => [...comment, `export function ${name}${signature};`]);
  });
  return [...engines, ...Object.values(gdscriptFunctions).flat()];
}

/** A function of any number of arguments names the first few in the dump, and needs none. */
function utilitySignature(utility: ApiUtility): string {
  const parameters = utility.is_vararg
    ? ["...args: VariantInput[]"]
    : parameterList(utility.arguments ?? [], "in");
  const result = utility.return_type ? typeText(utility.return_type, "out") : "void";
  return `(${parameters.join(", ")}): ${result}`;
}
