import { variableName } from "../names";
import { type BbNode, type BbTag, paired, parseBbcode } from "./bbcode";
import { manual, onlineClass, onlineMember, type ReferenceKind } from "./online-reference";
import type { References } from "./references";

/** What a text is about. */
export interface TextContext {
  readonly references: References;
  /** The class whose page has the text, as the engine calls it. */
  readonly owner: string;
}

/** Turns a text of the class reference into Markdown. Each of its lines is a paragraph. */
export function markdown(text: string, context: TextContext): string {
  const blocks = new Blocks();
  const isClass = (name: string) => context.references.isClass(name);
  writeBlocks(parseBbcode(text, isClass), context, blocks);
  return blocks.join();
}

/** Paragraphs and code blocks, in order. */
class Blocks {
  readonly #blocks: string[] = [];
  #paragraph = "";

  text(text: string): void {
    this.#paragraph += text;
  }

  endParagraph(): void {
    const paragraph = this.#paragraph.trim();
    if (paragraph !== "") this.#blocks.push(escapeStart(paragraph));
    this.#paragraph = "";
  }

  code(language: string, text: string): void {
    this.endParagraph();
    this.#blocks.push(`\`\`\`${language}\n${text.replace(/^\n+|\s+$/g, "")}\n\`\`\``);
  }

  join(): string {
    this.endParagraph();
    return this.#blocks
      .reduce((all, block, index) => {
        const isInList = isListItem(block) && isListItem(this.#blocks[index - 1] ?? "");
        return `${all}${isInList ? "\n" : "\n\n"}${block}`;
      }, "")
      .trim();
  }
}

function isListItem(block: string): boolean {
  return /^(-|\d+\.) /.test(block);
}

function writeBlocks(nodes: readonly BbNode[], context: TextContext, blocks: Blocks): void {
  for (const node of nodes) {
    if (typeof node === "string") {
      const [first = "", ...more] = node.split("\n");
      blocks.text(escapeProse(first));
      for (const line of more) {
        blocks.endParagraph();
        blocks.text(escapeProse(line));
      }
    } else if (node.tag === "codeblock") {
      blocks.code(node.argument.replace(/^lang=/, "") || "gdscript", verbatimText(node));
    } else if (node.tag === "codeblocks") {
      writeCodeBlocks(node, blocks);
    } else if (node.tag === "br") {
      blocks.endParagraph();
    } else {
      blocks.text(inline(node, context));
    }
  }
}

/** The same code in several languages: GDScript's is nearest to ours. */
function writeCodeBlocks({ content }: BbTag, blocks: Blocks): void {
  const tags = content.filter((node) => typeof node !== "string");
  const shown = tags.find((each) => each.tag === "gdscript") ?? tags[0];
  if (shown) blocks.code(shown.tag, verbatimText(shown));
}

function inline(node: BbNode, context: TextContext): string {
  if (typeof node === "string") return escapeProse(node.replaceAll("\n", " "));
  const { tag, argument, content } = node;
  const kind = referenceKinds.get(tag);
  if (kind !== undefined) return context.references.toMember(kind, argument, context.owner);

  const inside = () => content.map((each) => inline(each, context)).join("");
  switch (tag) {
    case "b":
      return around("**", inside());
    case "i":
      return around("*", inside());
    case "code":
    case "kbd":
      return codeSpan(verbatimText(node));
    case "param":
      return codeSpan(variableName(argument));
    case "url":
      return link(inside(), argument || verbatimText(node));
    case "img":
      return "";
    case "constructor":
      return `[${argument}](${onlineMember(argument, "constructor", argument)})`;
    case "operator":
    case "theme_item":
      return `[${escapeProse(argument)}](${onlineClass(ownerOf(argument, context))})`;
    case "br":
      return " ";
    case "lb":
      return "\\[";
    case "rb":
      return "\\]";
    default:
      return paired.has(tag) ? inside() : context.references.toClass(tag, context.owner);
  }
}

const referenceKinds: ReadonlyMap<string, ReferenceKind> = new Map([
  ["annotation", "annotation"],
  ["constant", "constant"],
  ["enum", "enum"],
  ["member", "property"],
  ["method", "method"],
  ["signal", "signal"],
]);

/** The class of `Tree.font`, or of a name that stands alone. */
function ownerOf(reference: string, { owner }: TextContext): string {
  const [first = owner, second] = reference.split(".");
  return second === undefined ? owner : first;
}

function verbatimText({ content }: BbTag): string {
  return content.map((each) => (typeof each === "string" ? each : verbatimText(each))).join("");
}

/** Emphasis is none in Markdown where its mark has a space beside it on the inner side. */
function around(mark: string, text: string): string {
  const [, before = "", inner = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return inner === "" ? text : `${before}${mark}${inner}${mark}${after}`;
}

function codeSpan(text: string): string {
  if (!text.includes("`")) return `\`${text}\``;
  return `\`\` ${text} \`\``;
}

function link(text: string, target: string): string {
  const url = target
    .replace("$DOCS_URL", manual)
    .replace(/[()\s]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  return `[${text}](${url})`;
}

/** Marks what Markdown would take for more than a letter. */
function escapeProse(text: string): string {
  return text.replace(/[\\`*[\]]|<(?=[a-z/!?])/gi, "\\$&").replace(/(?<!\w)_|_(?!\w)/g, "\\_");
}

/** Marks what is more than a letter at the start of a line, to Markdown or in a comment. */
function escapeStart(paragraph: string): string {
  return paragraph.replace(/^\\\* /, "- ").replace(/^[@#>]/, "\\$&");
}
