/**
 * Writes a documentation comment: the lines to put above a declaration.
 *
 * @param text - Markdown.
 * @param tags - What comes below it: `@param …`.
 */
export function commentLines(text: string, tags: readonly string[] = []): string[] {
  const lines = text === "" ? [] : escapeText(text).split("\n");
  if (lines.length > 0 && tags.length > 0) lines.push("");
  lines.push(...tags.flatMap((tag) => escapeEnd(tag).split("\n")));
  if (lines.length === 0) return [];
  if (lines.length === 1) return [`/** ${lines[0]} */`];
  return ["/**", ...lines.map((line) => ` * ${line}`.trimEnd()), " */"];
}

const zeroWidthSpace = "\u200b";

/**
 * Keeps the text from starting a tag of the comment's: editors take an `@` for one at the start of a
 * line, in code too, where only what cannot be seen may come before it.
 */
function escapeText(text: string): string {
  return escapeEnd(text).replace(/^(\s*)@/gm, `$1${zeroWidthSpace}@`);
}

function escapeEnd(text: string): string {
  return text.replaceAll("*/", `*${zeroWidthSpace}/`);
}
