import { linkText } from "./link";
import { code, escapeBrackets, hyperlink } from "./markup";
import type { Place } from "./place";

/** What means something within a line of Markdown, or to BBCode. */
const token = new RegExp(
  [
    /\\(?<escaped>[^\w\s])/,
    /(?<ticks>`+)(?<code>.+?)\k<ticks>(?!`)/,
    /\{@link(?:code|plain)?\s+(?<link>[^}]+)\}/,
    /(?<nothing>\{@inheritDoc[^}]*\})/,
    /\[(?<label>[^\]]+)\]\((?<target>\S+?)\)/,
    /<?(?<url>https?:\/\/[^\s<>[\]()]*[^\s<>[\]().,;:!?])>?/,
    /\*\*(?<strong>\S(?:.*?\S)?)\*\*/,
    /(?<!\w)__(?<strong2>\S(?:.*?\S)?)__(?!\w)/,
    /\*(?<emphasis>[^\s*](?:[^*]*[^\s*])?)\*/,
    /(?<!\w)_(?<emphasis2>[^\s_](?:.*?[^\s_])?)_(?!\w)/,
    /(?<bracket>[[\]])/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gs",
);

type Token = Readonly<Record<string, string | undefined>>;

/** Markdown within a paragraph, as BBCode of the engine's class reference. */
export function inline(markdown: string, place: Place): string {
  return markdown.replace(token, (...match) => {
    const found = match.at(-1) as Token;
    const strong = found.strong ?? found.strong2;
    const emphasis = found.emphasis ?? found.emphasis2;
    if (found.code !== undefined) return code(found.code);
    if (found.link !== undefined) return linkText(found.link, place);
    if (found.label !== undefined) return hyperlink(found.target ?? "", inline(found.label, place));
    if (found.url !== undefined) return hyperlink(found.url, found.url);
    if (strong !== undefined) return `[b]${inline(strong, place)}[/b]`;
    if (emphasis !== undefined) return `[i]${inline(emphasis, place)}[/i]`;
    return escapeBrackets(found.escaped ?? found.bracket ?? "");
  });
}
