// The methods of the math types: those that games call in loops are JavaScript's, all others call
// the engine, their values crossing by the shared buffer. Each is made on its first use.
import { builtinTable, isValueType } from "./api";
import { type MethodRow, methodFlags } from "./api-table";
import { bufferedFlag, builtinMethod, done } from "./builtin-method";
import { defineLazy } from "./lazy-property";
import type { AnyFunction } from "./native";
import type { ValueConstructor } from "./value-class";
import { decodeCode, encodeCode } from "./value-code";
import {
  codeOf,
  compileMethod,
  fits,
  functionsOf,
  parameterNames,
  rounded,
} from "./value-computation";

/** Gives a class the methods of the class reference. */
export function defineValueMethods(Class: ValueConstructor, type: string): void {
  for (const [name, row] of Object.entries(builtinTable(type).methods)) {
    const isStatic = (row[2] & methodFlags.static) !== 0;
    defineLazy(isStatic ? Class : Class.prototype, name, () => method(type, name, row));
  }
}

function method(type: string, name: string, row: MethodRow): AnyFunction {
  const engine = builtinMethod(type, row);
  const code = codeOf(type)[name];
  if (code !== undefined) return computedMethod(type, name, row, code, { engine });
  const body: AnyFunction | undefined = functionsOf(type)[name];
  if (body === undefined) return engineMethod(type, name, row, engine);
  const passed = ["this", ...parameterNames.slice(0, row[4].length)].join(", ");
  return computedMethod(type, name, row, `return body.call(${passed});`, { body });
}

/** Checks the arguments, then computes. An optional one may be undefined to the code. */
function computedMethod(
  type: string,
  name: string,
  [, , , , args, required]: MethodRow,
  code: string,
  names: Readonly<Record<string, unknown>>,
): AnyFunction {
  const checks = args.map((each, index) => {
    const variable = parameterNames[index] ?? "";
    const check = `if (!(${fits(each, variable)})) throw refused(${index}, "${each}", ${variable}); ${rounded(each, variable)}`;
    return index < required ? check : `if (${variable} !== undefined) { ${check} }`;
  });
  return compileMethod(type, name, args, `${checks.join(" ")} ${code}`, names);
}

const receiverSlot = 1;
const slots = 8;

/**
 * Calls the engine by the shared buffer. The ordinary function is for what doesn't fit: it fills in
 * defaults, and names what is wrong.
 */
function engineMethod(
  type: string,
  name: string,
  row: MethodRow,
  engine: AnyFunction,
): AnyFunction {
  const [, , flags, result, args] = row;
  const isStatic = (flags & methodFlags.static) !== 0;
  const crossing = args.filter(isValueType);
  if (isStatic && crossing.length === 0 && !isValueType(result)) return engine;
  if (
    args.length > slots - receiverSlot - 1 &&
    args.slice(slots - receiverSlot - 1).some(isValueType)
  ) {
    return engine;
  }
  const names = parameterNames.slice(0, args.length);
  const tests = [
    `arguments.length === ${args.length}`,
    ...(isStatic ? [] : [`this instanceof classes.${type}`]),
    ...args.flatMap((each, index) => (isValueType(each) ? [fits(each, names[index] ?? "")] : [])),
  ];
  const encode = [
    isStatic ? "" : encodeCode(type, "this", receiverSlot),
    ...args.map((each, index) =>
      isValueType(each) ? encodeCode(each, names[index] ?? "", receiverSlot + 1 + index) : "",
    ),
  ].join(" ");
  const call = `buffered(${names.join(", ")})`;
  const use = isValueType(result)
    ? `if (${call} === ${done}) return ${decodeCode(result, 0)};`
    : `return ${call};`;
  return compileMethod(
    type,
    name,
    [...args, result],
    `if (${tests.join(" && ")}) { ${encode} ${use} } return engine.apply(this, arguments);`,
    { engine, buffered: builtinMethod(type, row, bufferedFlag) },
  );
}
