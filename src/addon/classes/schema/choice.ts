// Values to pick from a list: enums.
import { String as GodotString } from "godot";
import { enumName, typeCode } from "../../../godot";
import { hint } from "./property-hint";
import { usage } from "./property-usage";
import { int } from "./scalar";
import { derive, type Schema, withHint } from "./schema";
import { string } from "./text";

/** An enum of TypeScript's, or an object like one. */
export type EnumMembers = Readonly<Record<string, string | number>>;

/**
 * One of a few values, picked from a list: strings, or the members of an enum or an object of ints.
 * Nothing else is let in.
 *
 * @example
 * enum Mood { CALM, VERY_ANGRY }
 * @property(t.enum(Mood)) accessor mood: Mood = Mood.CALM;
 * @property(t.enum(["slow", "fast"])) accessor pace: "slow" | "fast" = "slow";
 */
export function oneOf<const S extends string>(values: readonly S[]): Schema<S>;
export function oneOf<const E extends EnumMembers>(members: E): Schema<E[keyof E]>;
export function oneOf(members: readonly string[] | EnumMembers): Schema<never> {
  const entries = Array.isArray(members)
    ? members.map((name) => [name, name] as const)
    : enumEntries(members as EnumMembers);
  const values = new Set(entries.map(([, value]) => value));
  const isOfText = typeof entries[0]?.[1] === "string";
  const base: Schema<unknown> = isOfText ? string : int;
  if ([...values].some((value) => !base.accepts(value))) {
    throw new TypeError("t.enum: its values must be ints, or strings, all of them");
  }
  const listed = withHint(base, hint.enum, () =>
    isOfText ? [...values].join(",") : namedValues(entries),
  );
  return derive<never, unknown>(listed, {
    name: `one of ${entries.map(([name]) => name).join(", ")}`,
    accepts: (value) => values.has(value as never),
  });
}

/**
 * An enum of the engine's. GDScript knows its type. As in the engine, any int is let in: a newer one
 * may have more members.
 *
 * @example
 * @property(t.enumOf(Node.ProcessMode)) accessor mode: Node.ProcessMode = Node.PROCESS_MODE_INHERIT;
 */
export function enumOf<const E extends EnumMembers>(members: E): Schema<E[keyof E]> {
  const className = enumName(members);
  if (className === undefined)
    throw new TypeError("t.enumOf takes an enum of the engine: see t.enum");
  const described = (name: string) => ({
    name,
    type: typeCode("int"),
    className,
    usage: usage.default | usage.classIsEnum,
  });
  return derive<E[keyof E], number>(int, {
    name: className,
    describe: (name) => ({
      ...described(name),
      hint: hint.enum,
      hintString: namedValues(enumEntries(members)),
    }),
    describeArgument: described,
  });
}

/**
 * Any string, with some to pick from a list.
 *
 * @example
 * @property(t.enumSuggestion("red", "green")) accessor team = "red";
 */
export function enumSuggestion(...suggestions: readonly string[]): Schema<string> {
  return withHint(string, hint.enumSuggestion, suggestions.join(","));
}

/** The members, without the names by values that enums of ints have too. */
export function enumEntries(
  members: EnumMembers,
): readonly (readonly [name: string, value: string | number])[] {
  return Object.entries(members).filter(([name]) => !/^-?\d+$/.test(name));
}

/** `Calm:0,Very Angry:5`: the names as the inspector writes them. */
export function namedValues(
  entries: readonly (readonly [name: string, value: string | number])[],
): string {
  return entries.map(([name, value]) => `${GodotString.capitalize(name)}:${value}`).join(",");
}
