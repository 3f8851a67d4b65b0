/** Where the online manual is, at the version that is current when it is read. */
export const manual = "https://docs.godotengine.org/en/stable";

/** What the online class reference has a heading for. */
export type ReferenceKind =
  | "annotation"
  | "constant"
  | "constructor"
  | "enum"
  | "method"
  | "operator"
  | "property"
  | "signal";

/** The page of a class of the class reference; that of `@GlobalScope` has what is in no class. */
export function classPage(className: string): string {
  return `${manual}/classes/class_${className.toLowerCase()}.html`;
}

/** The place of a class in the online class reference. */
export function onlineClass(className: string): string {
  return `${classPage(className)}#${anchor(`class_${className}`)}`;
}

/**
 * The place of a member, by the names that the engine has for both. An operator's name is followed by
 * the type to its right: `* Transform2D`, `unary-`.
 */
export function onlineMember(className: string, kind: ReferenceKind, name: string): string {
  return `${classPage(className)}#${anchor(label(className, kind, name))}`;
}

/** The label that the reference's source gives to a member. */
function label(className: string, kind: ReferenceKind, name: string): string {
  if (kind === "enum") return `enum_${className}_${name}`;
  if (kind === "operator") {
    const [symbol = "", ...right] = name.split(" ");
    return ["class", className, kind, operatorWords[symbol] ?? symbol, ...right].join("_");
  }
  const word = kind === "method" && name.startsWith("_") ? "private_method" : kind;
  return `class_${className}_${word}_${name}`;
}

/** What the manual's generator makes of a label: letters and digits, with single dashes between. */
function anchor(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

const operatorWords: Readonly<Record<string, string>> = {
  "!=": "neq",
  "==": "eq",
  "<": "lt",
  "<=": "lte",
  ">": "gt",
  ">=": "gte",
  "+": "sum",
  "-": "dif",
  "*": "mul",
  "/": "div",
  "%": "mod",
  "**": "pow",
  "unary+": "unplus",
  "unary-": "unminus",
  "<<": "bwsl",
  ">>": "bwsr",
  "&": "bwand",
  "|": "bwor",
  "^": "bwxor",
  "~": "bwnot",
  "[]": "idx",
};
