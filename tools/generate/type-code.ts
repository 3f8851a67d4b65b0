/**
 * The run-time table's short word for a type of the dump: how a value crosses, and no more.
 * Enums and bitfields cross as ints, typed arrays and dictionaries as plain ones, and every
 * C pointer as `pointer`. All others keep their name: `Vector2`, `Variant`, `Node`.
 */
export function typeCode(type: string | undefined): string {
  if (type === undefined) return "void";
  if (type.includes("*")) return "pointer";
  if (type.startsWith("enum::") || type.startsWith("bitfield::")) return "int";
  if (type.startsWith("typedarray::")) return "Array";
  if (type.startsWith("typeddictionary::")) return "Dictionary";
  return type;
}
