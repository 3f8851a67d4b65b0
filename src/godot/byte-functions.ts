// PackedByteArray.decode… and .encode…: they see only the bytes that they read or write, since the
// engine would be given a copy of them all. What is written goes into JavaScript's own array.
import { builtinTable } from "./api";
import type { MethodRow } from "./api-table";
import { builtinMethods } from "./builtin-members";
import { builtinMethod } from "./builtin-method";
import { writesBytes } from "./companion-method";
import { defineLazy } from "./lazy-property";
import { type AnyFunction, native } from "./native";
import { variantType } from "./type-code";

const methods = builtinMethods("PackedByteArray", "duplicate");

/** Bytes that the engine changes where they lie. */
const Bytes = native.handleClass(variantType("PackedByteArray")) as new (
  bytes: Uint8Array,
) => object;

/** How many bytes a number takes. What isn't listed takes all that there are from its place on. */
const widths: Readonly<Record<string, number>> = {
  u8: 1,
  s8: 1,
  u16: 2,
  s16: 2,
  u32: 4,
  s32: 4,
  u64: 8,
  s64: 8,
  half: 2,
  float: 4,
  double: 8,
};

/** Gives an object those functions of PackedByteArray that are about a place among the bytes. */
export function defineByteFunctions(target: object): void {
  for (const [name, row] of Object.entries(builtinTable("PackedByteArray").methods)) {
    const [engineName] = row;
    if (engineName.startsWith("bswap")) {
      defineLazy(target, name, () => inPlace(row));
    } else if (/^(decode|encode|has_encoded)_/.test(engineName)) {
      const width = widths[engineName.slice(engineName.lastIndexOf("_") + 1)];
      defineLazy(target, name, () => {
        const call = writesBytes(engineName) ? inPlace(row) : builtinMethod("PackedByteArray", row);
        return (bytes: Uint8Array, offset: number | bigint, ...rest: unknown[]) =>
          call(windowOf(name, bytes, Number(offset), width), 0, ...rest);
      });
    }
  }
}

function windowOf(name: string, bytes: Uint8Array, offset: number, width?: number): Uint8Array {
  const end = width === undefined ? bytes.length : offset + width;
  if (Number.isInteger(offset) && offset >= 0 && offset <= end && end <= bytes.length) {
    return bytes.subarray(offset, end);
  }
  throw new RangeError(
    `PackedByteArray.${name}: offset ${offset} is outside of an array of ${bytes.length} bytes`,
  );
}

/**
 * Calls a method that changes bytes, and brings the change back. The defaults of its last arguments
 * are given here, since the engine fills them in for a copy.
 */
function inPlace(row: MethodRow): AnyFunction {
  const method = builtinMethod("PackedByteArray", row);
  const [, , , , { length: parameters }, , defaults = []] = row;
  return (bytes: Uint8Array, ...args: unknown[]) => {
    const shared = new Bytes(bytes);
    const missing = Math.min(defaults.length, Math.max(0, parameters - args.length));
    const result = method(shared, ...args, ...defaults.slice(defaults.length - missing));
    bytes.set(methods.duplicate(shared));
    return result;
  };
}
