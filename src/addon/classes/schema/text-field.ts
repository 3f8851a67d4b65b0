// Strings that the inspector edits in fields of their own.
import type { Dictionary } from "godot";
import { dictionary } from "./dictionary";
import { hint } from "./property-hint";
import { type Schema, withHint } from "./schema";
import { string } from "./text";

/** Text of several lines. */
export const multiline = withHint(string, hint.multilineText);

/**
 * Text of several lines, in a field of a kind.
 *
 * @example
 * @property(t.multilineWith({ monospace: true, wrap: false })) accessor code = "";
 */
export function multilineWith(options: {
  readonly monospace?: boolean;
  readonly wrap?: boolean;
}): Schema<string> {
  const words = [
    ...(options.monospace === true ? ["monospace"] : []),
    ...(options.wrap === false ? ["no_wrap"] : []),
  ];
  return withHint(string, hint.multilineText, words.join(","));
}

/** Text for which the empty field shows a word in grey. */
export function placeholder(text: string): Schema<string> {
  return withHint(string, hint.placeholderText, text);
}

/** Text that the inspector hides, with a word in grey for the empty field. */
export function password(text = ""): Schema<string> {
  return withHint(string, hint.password, text);
}

/** An `Expression`. */
export const expression = withHint(string, hint.expression);
/** A locale, such as `de_CH`. */
export const localeId = withHint(string, hint.localeId);
/** Translations of one text, by locale. */
export const localizable = withHint<Dictionary>(dictionary, hint.localizableString);

/** The name of a class that extends `base`, picked in the Create dialog. */
export function className(base: string): Schema<string> {
  return withHint(string, hint.typeString, base);
}

/**
 * The name of an action of the Input Map.
 *
 * @example
 * @property(t.inputName({ showBuiltin: true })) accessor action = "ui_accept";
 */
export function inputName(
  options: {
    /** The engine's own actions are offered too. */
    readonly showBuiltin?: boolean;
    /** Names that are no action may be typed in. */
    readonly looseMode?: boolean;
  } = {},
): Schema<string> {
  const words = [
    ...(options.showBuiltin === true ? ["show_builtin"] : []),
    ...(options.looseMode === true ? ["loose_mode"] : []),
  ];
  return withHint(string, hint.inputName, words.join(","));
}
