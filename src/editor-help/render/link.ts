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
function referenceTo(target: string, place: Place): string | undefined {
  const { className, references } = place;
  const [first = "", ...rest] = target.split(/[.#]/);
  const known = references.className(first);
  if (known !== undefined && rest.length === 0) return `[${known}]`;
  const found =
    known === undefined
      ? references.member(className, [first, ...rest].join("."))
      : references.member(known, rest.join("."));
  if (found === undefined) return undefined;
  const { owner, name, kind } = found;
  return owner === className ? `[${kind} ${name}]` : `[${kind} ${owner}.${name}]`;
}
