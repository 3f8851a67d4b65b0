import type { ValueTable } from "../../../src/godot/api-table";
import type { ApiBuiltinClass, ApiBuiltinMethod, ApiEnum, ApiOperator } from "../api";
import { memberName } from "../names";
import { operatorMethod } from "../operator-methods";
import { enumConstants, enumDeclaration } from "./enum-declaration";
import { indent } from "./indent";
import { parameterList } from "./signature";
import { typeText, wideInt } from "./type-text";

/** Declares a math type: an immutable value that is made anew to be changed. */
export function valueDeclaration(builtin: ApiBuiltinClass, value: ValueTable): string[] {
  const { name } = builtin;
  const enums = Object.entries(value.enums).map(
    ([enumName, values]): ApiEnum => ({
      name: enumName,
      values: Object.entries(values).map(([each, number]) => ({ name: each, value: number })),
    }),
  );
  return [
    `export class ${name} {`,
    "  #private;",
    ...Object.keys(value.constants).map((each) => `  static readonly ${each}: ${name};`),
    ...enums.flatMap((each) => enumConstants(each, `${name}.${each.name}`, "  static readonly")),
    ...indent(memberDeclarations(builtin, value)),
    ...indent(constructors(builtin)),
    "  /** The same value but for some members. */",
    `  with(changes: { ${changes(builtin, value).join("; ")} }): ${name};`,
    "  /** True when all members are exactly equal: the operator `==`. */",
    `  equals(other: ${name}): boolean;`,
    ...indent((builtin.methods ?? []).map(methodDeclaration)),
    ...indent(operatorDeclarations(builtin)),
    "  /** As the engine writes it. */",
    "  toString(): string;",
    "}",
    ...(enums.length === 0
      ? []
      : [
          `export namespace ${name} {`,
          ...indent(enums.flatMap((each) => enumDeclaration(each, "export "))),
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

function memberDeclarations(builtin: ApiBuiltinClass, value: ValueTable): string[] {
  const own = new Set(value.fields.map(([field]) => field));
  const { indexing_return_type } = builtin;
  return [
    ...value.fields.map(([field, type]) => `readonly ${field}: ${typeText(type, "out")};`),
    ...(builtin.members ?? [])
      .filter(({ name }) => !own.has(name))
      .map(({ name, type }) => `get ${memberName(name)}(): ${typeText(type, "out")};`),
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

function constructors({ constructors: forms = [] }: ApiBuiltinClass): string[] {
  return forms.map(({ arguments: args = [] }) => {
    const parameters = parameterList(args.map(asNumber), "in");
    return `constructor(${parameters.join(", ")});`;
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
function operatorDeclarations(builtin: ApiBuiltinClass): string[] {
  const overloads = new Map<string, Set<string>>();
  for (const operator of builtin.operators ?? []) {
    const method = operatorMethod(builtin, operator);
    if (method === undefined) continue;
    const lines = overloads.get(method) ?? new Set();
    overloads.set(method, lines.add(operatorDeclaration(method, operator)));
  }
  return [...overloads.values()].flatMap((lines) => [...lines]);
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
