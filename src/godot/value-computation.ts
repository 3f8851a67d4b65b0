// Which methods and operators of a math type JavaScript computes itself, and how they are compiled.
import { api, isValueType, valueTable } from "./api";
import { argumentError } from "./argument-error";
import {
  type Classes,
  floatCode,
  floatVectorCode,
  intVectorCode,
  type MethodCode,
  type Methods,
  quaternionCode,
  type Writer,
  written,
} from "./math";
import type { AnyFunction } from "./native";
import { classesFor, valueClass } from "./value-class";
import { compile, constructCode, numberPaths } from "./value-code";

/** The classes by their names, each defined when it is asked for. */
const classes = Object.defineProperties(
  {},
  Object.fromEntries(api.values.map((name) => [name, { get: () => valueClass(name) }])),
) as Classes;

const computed = new Map<string, { readonly code: MethodCode; readonly methods: Methods<never> }>();

/** The code of what JavaScript computes: of methods, and of operators under their methods' names. */
export function codeOf(type: string): MethodCode {
  return computationsOf(type).code;
}

/** The functions among them: of methods, and of operators as they are written, `* Vector2`. */
export function functionsOf(type: string): Methods<never> {
  return computationsOf(type).methods;
}

function computationsOf(type: string) {
  let known = computed.get(type);
  if (known === undefined) {
    known = { code: componentwise(type), methods: written[type]?.(classes) ?? {} };
    computed.set(type, known);
  }
  return known;
}

function componentwise(type: string): MethodCode {
  const paths = numberPaths(type);
  const make = (expression: string) =>
    `return ${constructCode(type, (path) => expression.replaceAll("$", path))};`;
  const writer: Writer = { make, paths };
  const isInt = valueTable(type).components[0]?.[1] === "int32";
  if (isVector(type)) {
    return isInt ? intVectorCode(writer) : { ...floatCode(writer), ...floatVectorCode(writer) };
  }
  if (isInt) return {};
  const { mul, div, ...rest } = floatCode(writer);
  // Only of vectors and colors is the product that of each number.
  if (type === "Color") return { ...rest, mul, div, neg: make("1 - this.$") } as MethodCode;
  return type === "Quaternion" ? { ...rest, ...quaternionCode(writer) } : rest;
}

function isVector(type: string): boolean {
  return type.startsWith("Vector");
}

const epsilon = Math.fround(0.00001);
const unitEpsilon = Math.fround(0.001);

function isEqualApprox(a: number, b: number): boolean {
  if (a === b) return true;
  const tolerance = Math.max(Math.fround(epsilon * Math.abs(a)), epsilon);
  return Math.abs(Math.fround(a - b)) < tolerance;
}

/** A test of whether a variable holds an argument of that type. */
export function fits(type: string, variable: string): string {
  if (isValueType(type)) return `${variable} instanceof classes.${type}`;
  if (type === "float") return `typeof ${variable} === "number"`;
  if (type === "int") return `Number.isInteger(${variable})`;
  if (type === "bool") return `typeof ${variable} === "boolean"`;
  return "true";
}

/** Rounds an argument as the engine does. */
export function rounded(type: string, variable: string): string {
  if (type === "float") return `${variable} = f(${variable});`;
  return type === "int" ? `${variable} |= 0;` : "";
}

/** The names of a function's parameters in {@link MethodSource.body}. */
export function parameters(count: number): string[] {
  return [..."abcdefgh"].slice(0, count);
}

/** A method of a math type, to be compiled. */
export interface MethodSource {
  readonly type: string;
  /** As messages have it: of a method the engine's name, as those of the native side. */
  readonly name: string;
  readonly parameters: readonly string[];
  /** The types that the body refers to, besides its own. */
  readonly types: readonly string[];
  readonly body: string;
  /** What the body refers to, besides that of {@link codeOf}. */
  readonly names: Readonly<Record<string, unknown>>;
}

/** Compiles a function with all that its body refers to. */
export function compileMethod(source: MethodSource): AnyFunction {
  const { type, name, types, body, names } = source;
  const used = [type, ...types].filter(isValueType).map(classesFor);
  return compile(`function ${type}_${name}(${source.parameters.join(", ")}) { ${body} }`, {
    f: Math.fround,
    classes: Object.assign({}, ...used),
    epsilon,
    unitEpsilon,
    isEqualApprox,
    division: (method: string) => new RangeError(`${type}.${method}: division by zero`),
    refused: (index: number, wanted: string, value: unknown) =>
      argumentError(`${type}.${name}`, index, wanted, value),
    ...names,
  });
}
