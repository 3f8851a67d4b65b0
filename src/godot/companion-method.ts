import { type MethodRow, methodFlags } from "./api-table";

/**
 * Whether a method of a type whose values are JavaScript's own is a function beside these: it tells
 * something of the value. What would change it changes a copy that nobody sees, but for the bytes
 * that are written where they lie.
 */
export function isCompanionMethod([name, , flags]: MethodRow): boolean {
  return (flags & (methodFlags.const | methodFlags.static)) !== 0 || writesBytes(name);
}

/** The methods of PackedByteArray that change bytes and not how many there are. */
export function writesBytes(engineName: string): boolean {
  return /^(encode_|bswap)/.test(engineName);
}
