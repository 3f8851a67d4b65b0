// Code that moves values of the math types through the shared buffer. It is made from the table, a
// function a type or a method, so that V8 keeps the values in registers.
import { isValueType, valueTable } from "./api";
import { native } from "./native";

/**
 * Slots of the shared buffer, in floats: the first is for results, the next for the arguments in
 * order.
 */
export const slotSize = 16;

const doubles = new Float64Array(native.sharedBuffer);
const floats = new Float32Array(native.sharedBuffer);
const ints = new Int32Array(native.sharedBuffer);

/** An expression that makes the value in a slot. Its free names are those of {@link compile}. */
export function decodeCode(type: string, slot: number): string {
  const { components } = valueTable(type);
  const place = new Map(components.map(([path, kind], index) => [path, { kind, index }]));
  return constructCode(type, (path) => {
    const { kind, index } = place.get(path) ?? { kind: "float32", index: 0 };
    return `${kind === "int32" ? "ints" : "floats"}[${slot * slotSize + index}]`;
  });
}

/** An expression that makes a value of its numbers: `number` writes the one at a path. */
export function constructCode(type: string, number: (path: string) => string, prefix = ""): string {
  const fields = valueTable(type).fields.map(([field, fieldType]) =>
    isValueType(fieldType)
      ? constructCode(fieldType, number, `${prefix}${field}.`)
      : number(prefix + field),
  );
  return `new classes.${type}(${fields.join(", ")})`;
}

/** The paths to the numbers of a value, in the order in which its constructor takes them. */
export function numberPaths(type: string, prefix = ""): string[] {
  return valueTable(type).fields.flatMap(([field, fieldType]) =>
    isValueType(fieldType) ? numberPaths(fieldType, `${prefix}${field}.`) : [prefix + field],
  );
}

/** Statements that lay the value of a variable into a slot. */
export function encodeCode(type: string, variable: string, slot: number): string {
  return valueTable(type)
    .components.map(([path, kind], index) => {
      const store = kind === "int32" ? "ints" : "floats";
      return `${store}[${slot * slotSize + index}] = ${variable}.${path};`;
    })
    .join(" ");
}

/**
 * Compiles a function whose free names are the shared buffer (`doubles`, `floats`, `ints`), the value classes
 * (`classes.Vector2`), and what is given.
 */
export function compile<F>(code: string, names: Readonly<Record<string, unknown>>): F {
  const scope = { doubles, floats, ints, ...names };
  return new Function(...Object.keys(scope), `"use strict"; return ${code};`)(
    ...Object.values(scope),
  );
}
