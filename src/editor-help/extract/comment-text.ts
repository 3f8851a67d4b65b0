/**
 * The text of a doc comment, without the stars that begin its lines. What is between slash and
 * slash counts, so `* A coin. ` gives `A coin.`.
 */
export function commentText(comment: string): string {
  const lines = comment
    .replace(/^\*/, "")
    .split(/\r?\n/)
    .map((line, index) => (index === 0 ? line.trim() : line.replace(/^\s*\* ?/, "").trimEnd()));
  return lines.join("\n").trim();
}
