/** A value as an error quotes it: `string "abc"`, `Node2D`, `number 3`, `null`. */
export function show(value: unknown): string {
  if (typeof value === "string") return `string ${JSON.stringify(value)}`;
  if (typeof value === "object" && value !== null) return value.constructor?.name ?? "object";
  return value === null || value === undefined ? String(value) : `${typeof value} ${String(value)}`;
}
