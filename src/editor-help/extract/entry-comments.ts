import type { ClassProperty, Node, Program } from "@babel/types";
import type { CommentFinder } from "./comment-finder";

/**
 * The comments of an enum's values, by their names: of a static object such as
 * `static readonly Kind = { COPPER: 0 } as const`, or of an `enum` in the same file that the field
 * holds.
 */
export function entryComments(
  { static: isStatic, value }: ClassProperty,
  program: Program,
  finder: CommentFinder,
): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of isStatic ? entriesOf(plain(value), program) : []) {
    const name = keyOf(entry);
    const text = finder.find(entry, entry.start ?? 0, []);
    if (name !== undefined && text !== undefined) found.set(name, text);
  }
  return found;
}

/** Without `as const` and `satisfies`. */
function plain(value: Node | null | undefined): Node | null | undefined {
  return value?.type === "TSAsExpression" || value?.type === "TSSatisfiesExpression"
    ? plain(value.expression)
    : value;
}

function entriesOf(value: Node | null | undefined, { body }: Program): readonly Node[] {
  if (value?.type === "ObjectExpression") return value.properties;
  if (value?.type !== "Identifier") return [];
  for (const statement of body) {
    const declared =
      statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declared?.type === "TSEnumDeclaration" && declared.id.name === value.name) {
      return declared.body?.members ?? declared.members;
    }
  }
  return [];
}

function keyOf(entry: Node): string | undefined {
  const key =
    entry.type === "ObjectProperty" && !entry.computed
      ? entry.key
      : entry.type === "TSEnumMember"
        ? entry.id
        : undefined;
  if (key?.type === "StringLiteral") return key.value;
  return key?.type === "Identifier" ? key.name : undefined;
}
