import { quote } from "./quote";

/** Numbers from 0 to 1, always the same ones for the same seed: Marsaglia's xorshift with 32 bits. */
export function seededRandom(seed: number): () => number {
  if (!Number.isSafeInteger(seed)) {
    throw new RangeError(`a seed is a whole number, but got ${quote(seed)}`);
  }
  // Zero is the one state that it would never leave.
  let state = (seed ^ 0x9e3779b9) | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
