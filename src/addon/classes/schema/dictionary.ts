import { Dictionary, type Variant } from "godot";
import { fitItems, type ItemKind, itemHint, itemKind, itemTypeName } from "./items";
import { isInstance } from "./module-class";
import { hint } from "./property-hint";
import { builtin, derive, type Schema } from "./schema";

const isDictionary = isInstance("Dictionary") as (value: unknown) => value is Dictionary;

/** A Dictionary of anything. */
export const dictionary: Schema<Dictionary> = builtin<Dictionary>("Dictionary", isDictionary);

/**
 * A Dictionary of one type of keys and one of values, GDScript's `Dictionary[String, int]`;
 * `t.variant` lets any be. An untyped one is copied into a typed one where all in it fits.
 *
 * @example
 * @property(t.dictionaryOf(t.string, t.int))
 * accessor prices: Dictionary<string, number> = Dictionary.typed(TYPE_STRING, TYPE_INT);
 */
export function dictionaryOf<K, V>(key: Schema<K>, value: Schema<V>): Schema<Dictionary<K, V>> {
  // Not now: a class may not be there yet.
  const isUntyped = () => key.itemType === 0 && value.itemType === 0;
  return derive<Dictionary<K, V>, Dictionary>(dictionary, {
    get name() {
      return isUntyped() ? "Dictionary" : typeName(itemKind(key), itemKind(value));
    },
    convertsOwn: true,
    accepts: (given) => isDictionary(given) && hasTypes(given, itemKind(key), itemKind(value)),
    convert(given) {
      if (!isDictionary(given)) return given;
      const keys = fitItems(key, [...given.keys()]);
      const values = fitItems(value, [...given.values()]);
      if (keys === undefined || values === undefined) return given;
      const entries = new Map(keys.map((each, place) => [each, values[place]]));
      return Dictionary.typed<Variant, Variant>(
        key.itemType as never,
        value.itemType as never,
        entries as ReadonlyMap<Variant, Variant>,
      );
    },
    describe: (name) => ({
      ...dictionary.describe(name),
      ...(isUntyped()
        ? {}
        : { hint: hint.typeString, hintString: `${itemHint(key)};${itemHint(value)}` }),
    }),
    describeArgument: (name) => ({
      ...dictionary.describe(name),
      ...(isUntyped()
        ? {}
        : {
            hint: hint.dictionaryType,
            hintString: `${itemTypeName(itemKind(key))};${itemTypeName(itemKind(value))}`,
          }),
    }),
  });
}

/** The type of a typed Dictionary, for messages; undefined of anything else. */
export function dictionaryTypeName(value: unknown): string | undefined {
  if (!isDictionary(value) || !value.isTyped()) return undefined;
  return typeName(keyKind(value), valueKind(value));
}

function hasTypes(given: Dictionary, key: ItemKind, value: ItemKind): boolean {
  return isSame(keyKind(given), key) && isSame(valueKind(given), value);
}

function keyKind(given: Dictionary): ItemKind {
  return { type: given.getTypedKeyBuiltin(), className: given.getTypedKeyClassName() };
}

function valueKind(given: Dictionary): ItemKind {
  return { type: given.getTypedValueBuiltin(), className: given.getTypedValueClassName() };
}

function isSame(one: ItemKind, other: ItemKind): boolean {
  return one.type === other.type && one.className === other.className;
}

function typeName(key: ItemKind, value: ItemKind): string {
  return `Dictionary[${itemTypeName(key)}, ${itemTypeName(value)}]`;
}
