import type { ApiArgument } from "./api";

/** What an error says that an argument must be: `Node or null`, `Tween.EaseType`, `Array[Node]`. */
export function wantedType({ type, meta }: ApiArgument, classes: ReadonlySet<string>): string {
  if (type.includes("*")) return "a pointer, which only native code has";
  const text = type
    .replace(/^(enum|bitfield)::/, "")
    .replace(/^typedarray::(?:\d+\/\d+:)?(.*)$/, "Array[$1]")
    .replace(/^typeddictionary::(.*);(.*)$/, "Dictionary[$1, $2]");
  return classes.has(type) && meta !== "required" ? `${text} or null` : text;
}
