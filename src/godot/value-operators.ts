// The operators of the math types, as methods: `a.add(b)`, `transform.mul(vector)`, `a.scale(2)`.
import { api, isValueType } from "./api";
import type { OperatorRow } from "./api-table";
import { argumentError } from "./argument-error";
import { GodotArray } from "./array";
import { bufferedFlag, done } from "./builtin-method";
import { Dictionary } from "./dictionary";
import { defineLazy } from "./lazy-property";
import { type AnyFunction, native } from "./native";
import { typeCode } from "./type-code";
import { decodeCode, encodeCode } from "./value-code";
import { codeOf, compileMethod, fits, functionsOf, parameters, rounded } from "./value-computation";

/** What `Variant.Operator` calls the operators. */
const operatorNames: Readonly<Record<string, string>> = {
  "+": "OP_ADD",
  "-": "OP_SUBTRACT",
  "*": "OP_MULTIPLY",
  "/": "OP_DIVIDE",
  "%": "OP_MODULE",
  "unary-": "OP_NEGATE",
  "<": "OP_LESS",
  "<=": "OP_LESS_EQUAL",
  ">": "OP_GREATER",
  ">=": "OP_GREATER_EQUAL",
  in: "OP_IN",
};

/** Gives a class a method for each of its operators. */
export function defineOperators(
  prototype: object,
  type: string,
  operators: readonly OperatorRow[],
): void {
  const rows = new Map<string, OperatorRow[]>();
  for (const row of operators) {
    const [method] = row;
    if (method !== "") rows.set(method, [...(rows.get(method) ?? []), row]);
  }
  for (const [method, alternatives] of rows) {
    defineLazy(prototype, method, () =>
      method === "isIn" ? membership(type) : operatorFunction(type, method, alternatives),
    );
  }
}

/** The operator of the type that the operand is of. */
function operatorFunction(
  type: string,
  method: string,
  alternatives: readonly OperatorRow[],
): AnyFunction {
  const names: Record<string, unknown> = {};
  const bodies = alternatives.map((row, index) => {
    const [, , right] = row;
    const body = bodyOf(type, row, `engine${index}`, names);
    if (right === "") return body;
    const test = isPacked(right) ? "Array.isArray(a)" : fits(right, "a");
    return `if (${test}) { ${rounded(right, "a")} ${body} }`;
  });
  const types = alternatives.flatMap(([, , right]) => (right === "" ? [] : [right]));
  const results = alternatives.map(([, , , result]) => result);
  const hint = method === "mul" && "scale" in codeOf(type) ? " (scale takes a number)" : "";
  const refuse = `throw refused(0, "${types.join(" or ")}${hint}", a);`;
  return compileMethod({
    type,
    name: method,
    parameters: types.length === 0 ? [] : parameters(1),
    types: [...types, ...results],
    body: `${bodies.join(" ")} ${types.length === 0 ? "" : refuse}`,
    names,
  });
}

function bodyOf(
  type: string,
  [method, operator, right, result]: OperatorRow,
  engineName: string,
  names: Record<string, unknown>,
): string {
  const written: AnyFunction | undefined = functionsOf(type)[`${operator} ${right}`];
  if (written !== undefined) {
    names[engineName] = written;
    return `return ${engineName}.call(this, a);`;
  }
  const isNumber = right === "int" || right === "float";
  const code = codeOf(type)[isNumber && method !== "scale" ? `${method}Number` : method];
  if (code !== undefined && (isNumber || right === "" || right === type)) return code;

  const unbuffered = isPacked(right);
  names[engineName] = engineOperator(type, operator, right, result, unbuffered ? 0 : bufferedFlag);
  const call = `${engineName}(this${right === "" ? "" : ", a"})`;
  if (unbuffered) return `return ${call};`;
  const encode = `${encodeCode(type, "this", 1)} ${isValueType(right) ? encodeCode(right, "a", 2) : ""}`;
  return isValueType(result)
    ? `${encode} if (${call} === ${done}) return ${decodeCode(result, 0)};`
    : `${encode} return ${call};`;
}

function isPacked(type: string): boolean {
  return type.startsWith("Packed");
}

function engineOperator(
  type: string,
  operator: string,
  right: string,
  result: string,
  flags: number,
): AnyFunction {
  const number = api.globalEnums["Variant.Operator"]?.[operatorNames[operator] ?? ""] ?? -1;
  const rightCode = right === "" ? typeCode("Nil") : typeCode(right);
  return native.builtinOperator(number, typeCode(type), rightCode, flags, typeCode(result));
}

/** `a.isIn(container)`: `a in container`, by what the value holds. */
function membership(type: string): AnyFunction {
  const inArray = engineOperator(type, "in", "Array", "bool", 0);
  const inDictionary = engineOperator(type, "in", "Dictionary", "bool", 0);
  return function isIn(this: { equals(other: unknown): boolean }, container: unknown) {
    if (Array.isArray(container)) return container.some((each) => this.equals(each));
    if (container instanceof GodotArray) return inArray(this, container);
    if (container instanceof Dictionary) return inDictionary(this, container);
    throw argumentError(`${type}.isIn`, 0, "Array or Dictionary", container);
  };
}
