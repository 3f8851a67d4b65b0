/** A value for messages, as the native side writes it: `string "abc"`, `Node2D`, `null`. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === "string") return `string "${value}"`;
  if (typeof value === "symbol" || typeof value === "function") return typeof value;
  if (typeof value === "object") return value.constructor?.name ?? "Object";
  return `${typeof value} ${value}`;
}

/** The error for an argument of the wrong type. `what` is the class and the method. */
export function argumentError(
  what: string,
  index: number,
  wanted: string,
  value: unknown,
): TypeError {
  return new TypeError(`${what}: argument ${index + 1} must be ${wanted}, not ${describe(value)}`);
}
