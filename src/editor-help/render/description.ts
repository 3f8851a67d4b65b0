import { snakeCase } from "../../addon/classes/snake-case";
import { toBbcode } from "./bbcode";
import { type DocComment, parseDocComment, type Tag } from "./doc-comment";
import { codeBlock } from "./markup";
import type { Place } from "./place";

/** A doc comment in the form that the class reference has. */
export interface Description {
  /** The first paragraph of a class's comment. */
  readonly brief: string;
  /** All else of it. */
  readonly detail: string;
  /** Why it should not be used any more; empty where only `@deprecated` is said. */
  readonly deprecated?: string;
  readonly experimental?: string;
}

const headings: Readonly<Record<string, string>> = {
  return: "Returns",
  returns: "Returns",
  throws: "Throws",
  exception: "Throws",
  default: "Default",
  defaultValue: "Default",
  see: "See",
  since: "Since",
};

/** Renders a doc comment. Tags that are for whoever reads the source are left out. */
export function describe(text: string, place: Place): Description {
  const comment = parseDocComment(text);
  return {
    brief: toBbcode(comment.summary, place),
    detail: detailOf(comment, place),
    ...attribute("deprecated", comment.tags, ["deprecated"], place),
    ...attribute("experimental", comment.tags, ["experimental", "alpha", "beta"], place),
  };
}

function detailOf({ body, tags }: DocComment, place: Place): string {
  const blocks = [
    toBbcode(body, place),
    ...tags.filter(({ name }) => name === "param").map((tag) => parameter(tag, place)),
    ...tags.filter(({ name }) => name in headings).map((tag) => headed(tag, place)),
    ...tags.filter(({ name }) => name === "example").map(({ text }) => example(text, place)),
  ];
  return blocks.filter((block) => block !== "").join("\n");
}

function parameter({ text }: Tag, place: Place): string {
  const [, name = "", rest = ""] = text.match(/^(\S+)\s*-?\s*(.*)$/s) ?? [];
  return `[param ${snakeCase(name)}]: ${toBbcode(rest, place)}`;
}

function headed({ name, text }: Tag, place: Place): string {
  return `[b]${headings[name]}:[/b] ${toBbcode(text, place)}`;
}

/** TypeScript where nothing else is said, as editors show it. */
function example(text: string, place: Place): string {
  const shown = text.includes("```") ? toBbcode(text, place) : codeBlock(text);
  return `[b]Example:[/b]\n${shown}`;
}

function attribute<Name extends "deprecated" | "experimental">(
  name: Name,
  tags: readonly Tag[],
  names: readonly string[],
  place: Place,
): { readonly [N in Name]?: string } {
  const tag = tags.find((each) => names.includes(each.name));
  return (tag === undefined ? {} : { [name]: toBbcode(tag.text, place) }) as {
    readonly [N in Name]?: string;
  };
}
