import { code, escapeBrackets, hyperlink } from "./markup";
import type { Place } from "./place";

/**
 * What stands between the braces of `{@link …}`, as BBCode: a link in the help, where Godot knows the
 * class or member, else the name as code.
 */
export function linkText(content: string, place: Place): string {
  const [, target = "", label] = content.trim().match(/^(\S+?)\s*(?:[|\s]\s*(.+))?$/s) ?? [];
  if (/^https?:/.test(target)) return hyperlink(target, escapeBrackets(label ?? target));
  const reference = referenceTo(target.replace(/\(\)$/, ""), place);
  if (label === undefined) return reference ?? code(target);
  const text = escapeBrackets(label);
  return reference === undefined ? text : `${text} (${reference})`;
}

/** A reference in the class reference's own way, such as `[method Coin.collect]`. */
function referenceTo(target: string, { className, references }: Place): string | undefined {
  const [first = "", second] = target.split(/[.#]/);
  if (second === undefined) {
    const known = references.className(first);
    if (known !== undefined) return `[${known}]`;
    return memberReference(className, first, references);
  }
  const known = references.className(first);
  return known === undefined ? undefined : memberReference(known, second, references);
}

function memberReference(
  className: string,
  member: string,
  references: Place["references"],
): string | undefined {
  const found = references.member(className, member);
  return found === undefined ? undefined : `[${found.kind} ${className}.${found.name}]`;
}
