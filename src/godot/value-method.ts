import { type MethodRow, methodFlags } from "./api-table";
import type { AnyFunction } from "./native";
import { classesFor } from "./value-class";
import { compile, decodeCode, encodeCode, isValueType } from "./value-code";

/** Asks the native side for a function that takes and gives values by the shared buffer. */
export const bufferedFlag = 32;

/** What the buffered function returns when the result lies in the buffer. */
const done = 1;

export function takesValues([, , flags, result, args]: MethodRow): boolean {
  const values = [result, ...args].some(isValueType);
  return values && args.length <= 4 && (flags & methodFlags.vararg) === 0;
}

/**
 * Calls a method whose values cross by the shared buffer: no object is made for them on the way. The
 * ordinary function is for what doesn't fit: it fills in defaults, and names what is wrong.
 *
 * Hot: a Vector2 costs 15 ns to get instead of 500.
 */
export function valueMethod(
  owner: string,
  [name, , , result, args]: MethodRow,
  buffered: AnyFunction,
  ordinary: AnyFunction,
): AnyFunction {
  const names = args.map((_, index) => `a${index}`);
  const types = [result, ...args].filter(isValueType);
  const classes = Object.assign({}, ...types.map(classesFor));
  const fits = args.flatMap((type, index) =>
    isValueType(type) ? [`a${index} instanceof classes.${type}`] : [],
  );
  const encode = args.map((type, index) =>
    isValueType(type) ? encodeCode(type, `a${index}`, index + 1) : "",
  );
  const call = `buffered.call(${["this", ...names].join(", ")})`;
  const use = isValueType(result)
    ? `if (${call} === ${done}) return ${decodeCode(result, 0)};`
    : `return ${call};`;
  return compile(
    `function ${owner}_${name}(${names.join(", ")}) {
      if (${[`arguments.length === ${args.length}`, ...fits].join(" && ")}) { ${encode.join(" ")} ${use} }
      return ordinary.apply(this, arguments);
    }`,
    { buffered, ordinary, classes },
  );
}
