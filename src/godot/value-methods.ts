// The methods of the math types: those that games call in loops are JavaScript's, all others call
// the engine, their values crossing by the shared buffer. Each is made on its first use.
import { builtinTable, isValueType } from "./api";
import { type MethodRow, methodFlags } from "./api-table";
import { bufferedFlag, builtinMethod, done } from "./builtin-method";
import { defineLazy } from "./lazy-property";
import type { AnyFunction } from "./native";
import type { ValueConstructor } from "./value-class";
import { decodeCode, encodeCode } from "./value-code";
import { codeOf, compileMethod, fits, functionsOf, parameters, rounded } from "./value-computation";

/** Gives a class the methods of the class reference. */
export function defineValueMethods(Class: ValueConstructor, type: string): void {
  for (const [name, row] of Object.entries(builtinTable(type).methods)) {
    const isStatic = (row[2] & methodFlags.static) !== 0;
    defineLazy(isStatic ? Class : Class.prototype, name, () => method(type, name, row));
  }
}

function method(type: string, name: string, row: MethodRow): AnyFunction {
  const code = codeOf(type)[name];
  if (code !== undefined) {
    const names = code.includes("engine.") ? { engine: builtinMethod(type, row) } : {};
    return computedMethod(type, row, code, names);
  }
  const body: AnyFunction | undefined = functionsOf(type)[name];
  if (body === undefined) return engineMethod(type, row);
  const passed = ["this", ...parameters(row[4].length)].join(", ");
  return computedMethod(type, row, `return body.call(${passed});`, { body });
}

/** Checks the arguments, then computes. An optional one may be undefined to the code. */
function computedMethod(
  type: string,
  [name, , , , args, required]: MethodRow,
  code: string,
  names: Readonly<Record<string, unknown>>,
): AnyFunction {
  const variables = parameters(args.length);
  const checks = variables.map((variable, index) => {
    const each = args[index] ?? "";
    const check = `if (!(${fits(each, variable)})) throw refused(${index}, "${each}", ${variable}); ${rounded(each, variable)}`;
    return index < required ? check : `if (${variable} !== undefined) { ${check} }`;
  });
  const body = `${checks.join(" ")} ${code}`;
  return compileMethod({ type, name, parameters: variables, types: args, body, names });
}

const receiverSlot = 1;

/**
 * Calls the engine by the shared buffer. The ordinary function is for what doesn't fit: it fills in
 * defaults, and names what is wrong.
 */
function engineMethod(type: string, row: MethodRow): AnyFunction {
  const [name, , flags, result, args] = row;
  const engine = builtinMethod(type, row);
  const isStatic = (flags & methodFlags.static) !== 0;
  if (isStatic && ![result, ...args].some(isValueType)) return engine;

  const variables = parameters(args.length);
  const values = args.flatMap((each, index) =>
    isValueType(each)
      ? [{ each, variable: variables[index] ?? "", slot: receiverSlot + 1 + index }]
      : [],
  );
  const tests = [
    `arguments.length === ${args.length}`,
    ...(isStatic ? [] : [`this instanceof classes.${type}`]),
    ...values.map(({ each, variable }) => fits(each, variable)),
  ];
  const encode = [
    ...(isStatic ? [] : [encodeCode(type, "this", receiverSlot)]),
    ...values.map(({ each, variable, slot }) => encodeCode(each, variable, slot)),
  ];
  const call = `buffered(${variables.join(", ")})`;
  const use = isValueType(result)
    ? `if (${call} === ${done}) return ${decodeCode(result, 0)};`
    : `return ${call};`;
  return compileMethod({
    type,
    name,
    parameters: variables,
    types: [...args, result],
    body: `if (${tests.join(" && ")}) { ${encode.join(" ")} ${use} }
      return engine.apply(this, arguments);`,
    names: { engine, buffered: builtinMethod(type, row, bufferedFlag) },
  });
}
