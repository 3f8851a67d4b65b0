import type { ClassHelp, MemberHelp, References } from "./class-help";
import { type Description, describe } from "./description";
import type { Place } from "./place";

/**
 * The class reference of a class, as XML of the engine's own format. It says what comments say; types
 * and parameters Godot knows from the registered class.
 */
export function classReference(help: ClassHelp, references: References): string {
  const place = { className: help.name, references };
  const { brief, detail, ...marks } = describe(help.text ?? "", place);
  return [
    '<?xml version="1.0" encoding="UTF-8" ?>',
    `<class name="${escapeXml(help.name)}" inherits="${escapeXml(help.base)}"${attributes(marks)}>`,
    `<brief_description>${escapeXml(brief)}</brief_description>`,
    `<description>${escapeXml(detail)}</description>`,
    "<tutorials></tutorials>",
    ...list("methods", help.methods, (each) => described("method", each, place)),
    ...list("members", help.properties, (each) => member(each, place)),
    ...list("signals", help.signals, (each) => described("signal", each, place)),
    ...list("constants", sorted(help.constants), (each) => constant(each, place)),
    "</class>",
  ].join("\n");
}

function list(
  name: string,
  members: readonly MemberHelp[],
  render: (each: MemberHelp) => string,
): string[] {
  const documented = members.filter(({ text }) => text !== undefined);
  return documented.length === 0 ? [] : [`<${name}>`, ...documented.map(render), `</${name}>`];
}

function described(tag: string, { name, text = "" }: MemberHelp, place: Place): string {
  const { content, marks } = whole(text, place);
  return `<${tag} name="${escapeXml(name)}"${marks}><description>${content}</description></${tag}>`;
}

/** Godot looks constants up in what it takes for sorted. */
function sorted(members: readonly MemberHelp[]): readonly MemberHelp[] {
  return members.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The type must be there, but Godot takes that of the registered class. */
function member({ name, text = "" }: MemberHelp, place: Place): string {
  const { content, marks } = whole(text, place);
  return `<member name="${escapeXml(name)}" type="Variant"${marks}>${content}</member>`;
}

/** The value must be there, but Godot takes that of the registered class. */
function constant({ name, text = "" }: MemberHelp, place: Place): string {
  const { content, marks } = whole(text, place);
  return `<constant name="${escapeXml(name)}" value=""${marks}>${content}</constant>`;
}

function whole(text: string, place: Place): { content: string; marks: string } {
  const { brief, detail, ...marks } = describe(text, place);
  const content = [brief, detail].filter((part) => part !== "").join("\n");
  return { content: escapeXml(content), marks: attributes(marks) };
}

function attributes(marks: Pick<Description, "deprecated" | "experimental">): string {
  return Object.entries(marks)
    .map(([name, text]) => ` ${name}="${escapeXml(text)}"`)
    .join("");
}

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
