import type { MethodRow } from "./api-table";
import { type AnyFunction, native } from "./native";
import { typeCode } from "./type-code";

/** Asks the native side for a function whose math values cross by the shared buffer. */
export const bufferedFlag = 32;

/** What such a function returns when its result lies in the buffer. */
export const done = 1;

/**
 * The engine's function for a method of a builtin type. Its receiver is `this`, but for types that
 * are JavaScript's own (strings, packed arrays): of those it is the first argument.
 *
 * @param flags Beside those of the row: see src/native/bridge/builtin_method.h.
 */
export function builtinMethod(type: string, row: MethodRow, flags = 0): AnyFunction {
  const [name, hash, rowFlags, result, args, required] = row;
  return native.builtinMethod(
    typeCode(type),
    name,
    hash,
    rowFlags | flags,
    typeCode(result),
    args.map(typeCode),
    required,
  );
}
