import { type MethodRow, methodFlags } from "./api-table";
import type { AnyFunction } from "./native";
import { isValueType } from "./value-code";

/** Asks the native side for a function that optimised code calls without leaving its frame. */
export const fastFlag = 16;

/** Whether a method may be called so: see src/native/bridge/fast_call.h. */
export function canBeFast([, , flags, result, args]: MethodRow): boolean {
  const kind = flags & (methodFlags.const | methodFlags.static | methodFlags.vararg);
  return (
    kind === methodFlags.const && args.length === 0 && (result in bodies || isValueType(result))
  );
}

/**
 * Calls the fast way, and again in the ordinary way where that gave NaN: for a freed object, an
 * integer that no number holds, a method that wants to run JavaScript, or where NaN is the result.
 *
 * Hot: 9 ns a call instead of 26, since V8 inlines it. For that each needs code of its own: functions
 * of one literal share what V8 has learned of what they call.
 */
export function fastMethod(
  owner: string,
  [name, , , result]: MethodRow,
  fast: AnyFunction,
  ordinary: AnyFunction,
): AnyFunction {
  // The name keeps the code apart: equal sources are compiled into one.
  const source = `return function ${owner}_${name}() { ${bodies[result]} };`;
  return new Function("fast", "ordinary", source)(fast, ordinary);
}

const number = `
  const value = arguments.length === 0 ? fast.call(this) : NaN;
  return value === value ? value : ordinary.apply(this, arguments);`;

// A number from optimised code, a boolean from all other.
const boolean = `
  const value = arguments.length === 0 ? fast.call(this) : NaN;
  if (value === 1 || value === true) return true;
  return value === 0 || value === false ? false : ordinary.apply(this, arguments);`;

const bodies: Readonly<Record<string, string>> = { int: number, float: number, bool: boolean };
