import { parse } from "@bbob/parser";

/** A piece of the class reference's text: plain, or a tag with what lies between it and its end. */
export type BbNode = string | BbTag;

export interface BbTag {
  /** The first word in the brackets: `method`, `code`, `Node2D`. */
  readonly tag: string;
  /** What follows it: `Node.add_child`, `lang=text`; of `url=x` the `x`. */
  readonly argument: string;
  readonly content: readonly BbNode[];
}

/** Tags whose content is taken as it is. */
const verbatim = ["code", "kbd", "codeblock", "gdscript", "csharp"];

/** Tags that have an end. All others stand alone. */
export const paired: ReadonlySet<string> = new Set([
  ...verbatim,
  ..."b i u s url codeblocks color font center img".split(" "),
]);

/** Tags that name something. */
const references: ReadonlySet<string> = new Set(
  "annotation constant constructor enum member method operator param signal theme_item".split(" "),
);

/** Tags that stand alone, as does the name of a class. */
const single: ReadonlySet<string> = new Set(["br", "lb", "rb"]);

/**
 * Reads the BBCode that the class reference is written in. Brackets that are no tag of it (`[0]`)
 * stay text.
 */
export function parseBbcode(text: string, isClass: (name: string) => boolean): BbNode[] {
  // Only the reference's own linter reads that.
  const source = text.replaceAll(" skip-lint]", "]");
  const isTag = (tag: string, argument: string) =>
    argument === "" ? single.has(tag) || isClass(tag) : references.has(tag);

  const nodesOf = (parsed: Parsed | undefined): BbNode[] =>
    [parsed].flat().flatMap((node): BbNode[] => {
      if (node === null || node === undefined) return [];
      if (typeof node !== "object") return [String(node)];

      const { start, end, content } = node;
      const brackets = source.slice(start?.from, start?.to);
      const [, tag = "", argument = ""] = /^\[([^\s=]+)[\s=]?(.*)\]$/s.exec(brackets) ?? [];
      if (end && verbatim.includes(tag)) {
        return [{ tag, argument, content: [source.slice(start?.to, end.from)] }];
      }
      if (end && paired.has(tag)) return [{ tag, argument, content: nodesOf(content) }];
      if (isTag(tag, argument)) return [{ tag, argument, content: [] }];
      return [brackets, ...nodesOf(content)];
    });
  return nodesOf(parse(source, { contextFreeTags: verbatim }));
}

type Parsed = ReturnType<typeof parse>[number]["content"];
