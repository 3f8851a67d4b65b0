import { inline } from "./inline";
import { codeBlock } from "./markup";
import type { Place } from "./place";

/**
 * Markdown as BBCode of the engine's class reference: a line is a paragraph there, whatever its
 * length.
 */
export function toBbcode(markdown: string, place: Place): string {
  const blocks: string[] = [];
  let paragraph: string[] = [];
  const endParagraph = () => {
    if (paragraph.length > 0) blocks.push(inline(paragraph.join(" "), place));
    paragraph = [];
  };

  const lines = markdown.split("\n");
  while (lines.length > 0) {
    const line = lines.shift() ?? "";
    const fence = line.match(/^\s*```\s*(\S*)/);
    const heading = line.match(/^#{1,6}\s+(.*)$/);
    const item = line.match(/^(\s*)(?:([-*+])|(\d+[.)]))\s+(.*)$/);
    if (fence !== null) {
      endParagraph();
      const end = lines.findIndex((each) => /^\s*```\s*$/.test(each));
      const inside = lines.splice(0, end < 0 ? lines.length : end);
      lines.shift();
      blocks.push(codeBlock(inside.join("\n"), fence[1]));
    } else if (heading !== null) {
      endParagraph();
      blocks.push(`[b]${inline(heading[1] ?? "", place)}[/b]`);
    } else if (item !== null) {
      endParagraph();
      const [, indentation = "", bullet, number = "", text = ""] = item;
      paragraph = [`${indentation}${bullet === undefined ? number : "-"} ${text}`];
    } else if (line.trim() === "") {
      endParagraph();
    } else {
      paragraph.push(line.trim());
    }
  }
  endParagraph();
  return blocks.join("\n");
}
