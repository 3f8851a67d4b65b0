import { isCompanionMethod } from "../../../src/godot/companion-method";
import type { Api, ApiBuiltinClass, ApiBuiltinMethod, ApiMethod } from "../api";
import { companionTypes } from "../builtin-model";
import { methodRow } from "../class-table";
import type { Documentation } from "../documentation";
import { memberName } from "../names";
import { indent } from "./indent";
import { methodSignature } from "./signature";
import { specialBuiltins } from "./special-builtins";
import { typeText } from "./type-text";

/**
 * Declares what the builtin types can do that are not math types: the handles get the methods that
 * the prelude doesn't declare by hand, the others functions that take the value first.
 */
export function builtinDeclarations(api: Api, documentation: Documentation): string[] {
  const handles = api.builtin_classes.filter(({ name }) => name in handleTypes);
  const explicit = api.builtin_classes.filter(({ name }) => explicitTypes.has(name));
  return [
    ...handles.flatMap((each) => handleDeclaration(each, documentation)),
    ...explicit.flatMap((each) => [
      `export namespace ${each.name} {`,
      ...indent(companionFunctions(each, documentation, (name) => `function ${name}`)),
      "}",
    ]),
    ...companionTypes(api).flatMap((each) => companionDeclaration(each, documentation)),
  ];
}

/** The types of handles as they are declared in the prelude, which the declarations here extend. */
const handleTypes: Readonly<Record<string, string>> = {
  Array: "interface GodotArray<T = Variant>",
  Callable: "export interface Callable",
  Dictionary: "export interface Dictionary<K = Variant, V = Variant>",
  RID: "export interface RID",
  Signal: "export interface Signal<A extends unknown[] = Variant[]>",
};

/** Types with a class in the prelude, whose values come back as strings. */
const explicitTypes: ReadonlySet<string> = new Set(["NodePath", "StringName"]);

/** Methods that the prelude declares, since JavaScript's idiom is another. */
const handwritten: Readonly<Record<string, readonly string[]>> = {
  Array: ["get", "set"],
  Dictionary: ["get", "keys", "set", "size", "values"],
  Signal: ["connect", "disconnect", "emit", "get_object", "is_connected"],
};

function handleDeclaration(builtin: ApiBuiltinClass, documentation: Documentation): string[] {
  const { name, methods = [] } = builtin;
  const generated = methods.filter((method) => !handwritten[name]?.includes(method.name));
  const members = generated.filter((method) => !method.is_static);
  const statics = generated.filter((method) => method.is_static);
  return [
    `${handleTypes[name]} {`,
    ...indent(
      members.flatMap((method) => declared(memberName(method.name), name, method, documentation)),
    ),
    "}",
    ...(statics.length === 0
      ? []
      : [
          `export namespace ${name} {`,
          ...indent(
            statics.flatMap((method) =>
              declared(`function ${memberName(method.name)}`, name, method, documentation),
            ),
          ),
          "}",
        ]),
  ];
}

function companionDeclaration(builtin: ApiBuiltinClass, documentation: Documentation): string[] {
  const { name, brief_description, description } = builtin;
  const comment = documentation.class(name, brief_description, description);
  if (name === "String") {
    // Within the file, `String` is JavaScript's own.
    return [
      ...comment,
      "declare namespace GodotString {",
      ...indent(companionFunctions(builtin, documentation, (member) => `function ${member}`)),
      "}",
      "export { GodotString as String };",
    ];
  }
  const item = builtin.indexing_return_type ?? "Variant";
  const result = typeText(name, "out");
  const operators = [
    `equals(self: ${typeText(name, "in")}, other: ${typeText(name, "in")}): boolean;`,
    `concat(self: ${typeText(name, "in")}, other: ${typeText(name, "in")}): ${result};`,
  ];
  if (result !== name) {
    return [
      ...comment,
      `export namespace ${name} {`,
      ...indent(companionFunctions(builtin, documentation, (member) => `function ${member}`)),
      ...indent(operators.map((each) => `function ${each}`)),
      "}",
    ];
  }
  return [
    ...comment,
    `export class ${name} extends ReadonlyItems<${typeText(item, "out")}> {`,
    "  #private;",
    `  constructor(items?: Iterable<${typeText(item, "out")}>);`,
    ...indent(companionFunctions(builtin, documentation, (member) => `static ${member}`)),
    ...indent(operators.map((each) => `static ${each}`)),
    "}",
  ];
}

/** The functions of a type, their names written by `head`. The value comes first, if there is one. */
function companionFunctions(
  { name, methods = [] }: ApiBuiltinClass,
  documentation: Documentation,
  head: (member: string) => string,
): string[] {
  // The engine's `%`: the values are one, or several in an array.
  const formatting = `${head("mod")}(self: string, values: VariantInput): string;`;
  return methods
    .filter((method) => isCompanionMethod(methodRow(method)))
    .flatMap((method) => {
      const self = { name: "self", type: name };
      const args = method.is_static ? method.arguments : [self, ...(method.arguments ?? [])];
      const withSelf = { ...method, ...(args === undefined ? {} : { arguments: args }) };
      return declared(head(memberName(method.name)), name, withSelf, documentation);
    })
    .concat(name === "String" || name === "StringName" ? [formatting] : []);
}

/** Each signature that a method has, below its comment. */
function declared(
  head: string,
  type: string,
  method: ApiBuiltinMethod,
  documentation: Documentation,
): string[] {
  const special = specialBuiltins[`${type}.${method.name}`];
  const signatures = special === undefined ? [methodSignature(asMethod(method))] : [special].flat();
  const comment = documentation.member({ ...method, owner: type, kind: "method" });
  return signatures.flatMap((each) => [...comment, `${head}${each};`]);
}

function asMethod(method: ApiBuiltinMethod): ApiMethod {
  const result =
    method.return_type === undefined ? {} : { return_value: { type: method.return_type } };
  return { ...method, is_virtual: false, ...result };
}
