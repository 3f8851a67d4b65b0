/** A doc comment, taken apart. All texts are Markdown. */
export interface DocComment {
  /** The first paragraph. */
  readonly summary: string;
  /** All that is said after it, before the first tag and in `@remarks`. */
  readonly body: string;
  readonly tags: readonly Tag[];
}

export interface Tag {
  readonly name: string;
  readonly text: string;
}

/** Tags that begin a block. Any other word after an @ is text: a decorator in an example is none. */
const BLOCK_TAGS =
  "alpha|author|beta|default|defaultValue|deprecated|example|exception|experimental|internal|" +
  "param|privateRemarks|remarks|return|returns|see|since|template|throws|todo|typeParam|version";
const blockTag = new RegExp(`^@(${BLOCK_TAGS})\\b[ \\t]*(.*)$`);

/** Where the first paragraph is over: at an empty line, or where code begins. */
const summaryEnd = /\n\n|(?:^|\n)[ \t]*```/;

/** Takes the text of a doc comment apart into what it says first, what else, and its tags. */
export function parseDocComment(comment: string): DocComment {
  const [lead, ...tags] = split(comment);
  const text = lead?.text ?? "";
  const end = text.match(summaryEnd)?.index ?? text.length;
  const remarks = tags.filter(({ name }) => name === "remarks").map((tag) => tag.text);
  return {
    summary: text.slice(0, end),
    body: [text.slice(end), ...remarks].join("\n\n").trim(),
    tags: tags.filter(({ name }) => name !== "remarks"),
  };
}

/** The blocks of a comment: first the one before all tags, whose name is empty. */
function split(text: string): Tag[] {
  const blocks: { name: string; lines: string[] }[] = [{ name: "", lines: [] }];
  let isInFence = false;
  for (const line of text.split("\n")) {
    if (/^\s*```/.test(line)) isInFence = !isInFence;
    const [, name, rest] = (isInFence ? null : line.match(blockTag)) ?? [];
    if (name === undefined) blocks.at(-1)?.lines.push(line);
    else blocks.push({ name, lines: [rest ?? ""] });
  }
  return blocks.map(({ name, lines }) => ({ name, text: lines.join("\n").trim() }));
}
