import type { ValueTable } from "../../../src/godot/api-table";
import type { ApiEnum } from "../api";
import { enumConstants, enumDeclaration } from "./enum-declaration";
import { indent } from "./indent";
import { typeText } from "./type-text";

/** Declares a math type: an immutable value that is made anew to be changed. */
export function valueDeclaration(name: string, value: ValueTable): string[] {
  const fields = value.fields.map(([field, type]) => [field, numberOr(type)] as const);
  const parameters = fields.map(([field, type]) => `${field}?: ${type}`);
  const changes = fields.map(([field, type]) => `readonly ${field}?: ${type}`);
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
    ...fields.map(([field, type]) => `  readonly ${field}: ${type};`),
    `  constructor(${parameters.join(", ")});`,
    "  /** The same value but for some members. */",
    `  with(changes: { ${changes.join("; ")} }): ${name};`,
    "  /** True when all members are exactly equal. */",
    `  equals(other: ${name}): boolean;`,
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

/** The layout's numbers (`float`, `int`) are numbers, its other members values. */
function numberOr(type: string): string {
  return type === "int" ? "number" : typeText(type, "out");
}
