// What a schema is: one description of a value for Godot, for the compiler and for the check of what
// arrives.
import {
  type ItemType,
  type PropertyDescription,
  typeCode,
  type VariantTypeName,
} from "../../../godot";
import { usage } from "./property-usage";

/** What a value must be. `T` is its TypeScript type. */
export interface Schema<T = unknown> {
  /** For messages: `int`, `Node2D`. */
  readonly name: string;
  /** Whether it may be left out, as the last argument of a method. */
  readonly isOptional: boolean;
  /** What it is when it is left out. */
  readonly initial: T | undefined;
  /** What an Array or a Dictionary of such values is typed as. */
  readonly itemType: ItemType;
  /** Whether a value is one, as it is. */
  accepts(value: unknown): boolean;
  /**
   * What the engine's conversions make of a value that is not one as it is: `true` is 1 to an int.
   * Gives back what they do not apply to.
   */
  convert(value: unknown): unknown;
  /** Whether TypeScript's own values are converted too: an untyped Array may hold what is right. */
  readonly convertsOwn: boolean;
  /** As a property: with the hint for the inspector. */
  describe(name: string): PropertyDescription;
  /** As an argument or a result: with what GDScript's static types are taken from. */
  describeArgument(name: string): PropertyDescription;
}

/** The TypeScript type of a schema. */
export type TypeOf<S> = S extends Schema<infer T> ? T : never;

/** The TypeScript types of a list of schemas, such as the arguments of a method. */
export type TypesOf<A extends readonly Schema[]> = { [K in keyof A]: TypeOf<A[K]> };

/** The schema of a Variant type. */
export function builtin<T>(
  type: VariantTypeName,
  accepts: (value: unknown) => boolean,
  convert: (value: unknown) => unknown = unchanged,
): Schema<T> {
  const code = typeCode(type);
  const describe = (name: string) => ({ name, type: code, usage: usage.default });
  return {
    name: type,
    isOptional: false,
    initial: undefined,
    itemType: code,
    convertsOwn: false,
    accepts,
    convert,
    describe,
    describeArgument: describe,
  };
}

/** A schema that is like another but for some members. */
export function derive<T, From = T>(from: Schema<From>, members: Partial<Schema<T>>): Schema<T> {
  // By inheritance: a name that is looked up when it is needed stays so.
  return Object.create(from, Object.getOwnPropertyDescriptors(members)) as Schema<T>;
}

/** A schema with a hint for the inspector. A hint that has to be looked up may be a function. */
export function withHint<T>(
  from: Schema<T>,
  hint: number,
  hintString: string | (() => string) = "",
): Schema<T> {
  return derive<T>(from, {
    describe: (name) => ({
      ...from.describe(name),
      hint,
      hintString: typeof hintString === "string" ? hintString : hintString(),
    }),
  });
}

export function unchanged(value: unknown): unknown {
  return value;
}
