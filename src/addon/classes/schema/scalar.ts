import { builtin, type Schema } from "./schema";

export const bool: Schema<boolean> = builtin(
  "bool",
  (value) => typeof value === "boolean",
  (value) => (isNumber(value) ? Number(value) !== 0 : value),
);

/** An int that a number holds exactly: up to 2^53. */
export const int: Schema<number> = builtin("int", Number.isSafeInteger, (value) => {
  if (typeof value === "boolean") return Number(value);
  return typeof value === "bigint" && isSafe(value) ? Number(value) : value;
});

/** Any int of the engine's: a bigint where a number does not hold it. */
export const int64: Schema<number | bigint> = builtin(
  "int",
  (value) =>
    Number.isSafeInteger(value) ||
    (typeof value === "bigint" && BigInt.asIntN(64, value) === value),
  (value) => (typeof value === "boolean" ? Number(value) : value),
);

export const float: Schema<number> = builtin(
  "float",
  (value) => typeof value === "number",
  (value) => (typeof value === "bigint" || typeof value === "boolean" ? Number(value) : value),
);

function isNumber(value: unknown): value is number | bigint {
  return typeof value === "number" || typeof value === "bigint";
}

function isSafe(value: bigint): boolean {
  return Number.isSafeInteger(Number(value));
}
