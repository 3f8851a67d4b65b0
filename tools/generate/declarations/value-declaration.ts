import type { ValueTable } from "../../../src/godot/api-table";
import type { ApiBuiltinClass, ApiBuiltinMethod, ApiOperator } from "../api";
import type { Documentation } from "../documentation";
import { memberName } from "../names";
import { operatorMethod } from "../operator-methods";
import { enumConstants, enumDeclaration } from "./enum-declaration";
import { indent } from "./indent";
import { parameterList } from "./signature";
import { typeText, wideInt } from "./type-text";

/** Declares a math type: an immutable value that is made anew to be changed. */
export function valueDeclaration(
  builtin: ApiBuiltinClass,
  value: ValueTable,
  documentation: Documentation,
): string[] {
  const { name, brief_description, description, enums = [] } = builtin;
  const source = { documentation, owner: name };
  return [
    ...documentation.class(name, brief_description, description),
    `export class ${name} {`,
    "  #private;",
    ...indent(constantDeclarations(builtin, value, documentation)),
    ...indent(
      enums.flatMap((each) =>
        enumConstants(each, `${name}.${each.name}`, "static readonly", source),
      ),
    ),
    ...indent(memberDeclarations(builtin, value, documentation)),
    ...indent(constructors(builtin, documentation)),
    "  /** The same value but for some members. */",
    `  with(changes: { ${changes(builtin, value).join("; ")} }): ${name};`,
    "  /** True when all members are exactly equal: the operator `==`. */",
    `  equals(other: ${name}): boolean;`,
    ...indent(
      (builtin.methods ?? []).flatMap((method) => [
        ...documentation.member({ ...method, owner: name, kind: "method" }),
        methodDeclaration(method),
      ]),
    ),
    ...indent(operatorDeclarations(builtin, documentation)),
    "  /** As the engine writes it. */",
    "  toString(): string;",
    "}",
    ...(enums.length === 0
      ? []
      : [
          `export namespace ${name} {`,
          ...indent(enums.flatMap((each) => enumDeclaration(each, "export ", source))),
          "}",
        ]),
  ];
}

/** `Value`: any of the math types. */
export function valueUnion(names: readonly string[]): string[] {
  return [
    "/** Any of the math types: immutable, compared by `equals`, changed by `with`. */",
    "export type Value =",
    ...names.map((name, index) => `  | ${name}${index === names.length - 1 ? ";" : ""}`),
  ];
}

function constantDeclarations(
  { name: owner, constants = [] }: ApiBuiltinClass,
  value: ValueTable,
  documentation: Documentation,
): string[] {
  const descriptions = new Map(constants.map((each) => [each.name, each.description]));
  return Object.keys(value.constants).flatMap((name) => [
    ...documentation.member({ owner, kind: "constant", name, description: descriptions.get(name) }),
    `static readonly ${name}: ${owner};`,
  ]);
}

function memberDeclarations(
  builtin: ApiBuiltinClass,
  value: ValueTable,
  documentation: Documentation,
): string[] {
  const own = new Set(value.fields.map(([field]) => field));
  const { name: owner, members = [], indexing_return_type } = builtin;
  const descriptions = new Map(members.map((each) => [each.name, each.description]));
  const comment = (name: string) =>
    documentation.member({ owner, kind: "property", name, description: descriptions.get(name) });
  return [
    ...value.fields.flatMap(([field, type]) => [
      ...comment(field),
      `readonly ${field}: ${typeText(type, "out")};`,
    ]),
    ...members
      .filter(({ name }) => !own.has(name))
      .flatMap(({ name, type }) => [
        ...comment(name),
        `get ${memberName(name)}(): ${typeText(type, "out")};`,
      ]),
    ...(indexing_return_type === undefined
      ? []
      : [
          "/** The member at that place, from 0 on. Throws a RangeError outside. */",
          `get(index: number): ${typeText(indexing_return_type, "out")};`,
        ]),
  ];
}

/** What `with` takes: the members that a value is made of, and those that are computed of them. */
function changes(builtin: ApiBuiltinClass, value: ValueTable): string[] {
  const members = new Map([
    ...value.fields,
    ...(builtin.members ?? []).map(({ name, type }) => [memberName(name), type] as const),
  ]);
  return [...members].map(([name, type]) => `readonly ${name}?: ${typeText(type, "out")}`);
}

function constructors(
  { name: owner, constructors: forms = [] }: ApiBuiltinClass,
  documentation: Documentation,
): string[] {
  return forms.flatMap(({ arguments: args = [], description }) => {
    const parameters = parameterList(args.map(asNumber), "in");
    return [
      ...documentation.member({ owner, kind: "constructor", name: owner, description }),
      `constructor(${parameters.join(", ")});`,
    ];
  });
}

/** Methods whose ints need all 64 bits. */
const wide = /64$/;

/** Results of which the dump says that they may be anything. */
const specialResults: Readonly<Record<string, string>> = {
  intersect_3: "Vector3 | null",
  intersects_ray: "Vector3 | null",
  intersects_segment: "Vector3 | null",
};

function methodDeclaration(method: ApiBuiltinMethod): string {
  const { name, return_type } = method;
  const isWide = wide.test(name);
  const args = method.arguments ?? [];
  const parameters = parameterList(isWide ? args : args.map(asNumber), "in");
  const result =
    return_type === undefined
      ? "void"
      : (specialResults[name] ?? typeText(return_type, "out", isWide ? wideInt : undefined));
  const modifier = method.is_static ? "static " : "";
  return `${modifier}${memberName(name)}(${parameters.join(", ")}): ${result};`;
}

/** Ints of the math types have 32 bits. */
function asNumber<A extends { readonly type: string }>(argument: A): A {
  return argument.type === "int" ? { ...argument, meta: "int32" } : argument;
}

/** The overloads of a method stand together. */
function operatorDeclarations(builtin: ApiBuiltinClass, documentation: Documentation): string[] {
  const overloads = new Map<string, Map<string, string[]>>();
  for (const operator of builtin.operators ?? []) {
    const method = operatorMethod(builtin, operator);
    if (method === undefined) continue;
    const lines = overloads.get(method) ?? new Map<string, string[]>();
    overloads.set(method, lines);
    const line = operatorDeclaration(method, operator);
    if (!lines.has(line)) lines.set(line, operatorComment(builtin.name, operator, documentation));
  }
  return [...overloads.values()].flatMap((lines) =>
    [...lines].flatMap(([line, comment]) => [...comment, line]),
  );
}

function operatorComment(
  owner: string,
  { name: sign, right_type, description }: ApiOperator,
  documentation: Documentation,
): string[] {
  const name = right_type === undefined ? sign : `${sign} ${right_type}`;
  return documentation.member({ owner, kind: "operator", name, description });
}

function operatorDeclaration(method: string, { right_type, return_type }: ApiOperator): string {
  const result = typeText(return_type, "out");
  if (right_type === undefined) return `${method}(): ${result};`;
  if (method === "isIn") return "isIn(container: ArrayInput | Dictionary): boolean;";
  if (right_type === "int" || right_type === "float") {
    return `${method}(${method === "scale" ? "factor" : "right"}: number): ${result};`;
  }
  return `${method}(right: ${typeText(right_type, "in")}): ${result};`;
}
