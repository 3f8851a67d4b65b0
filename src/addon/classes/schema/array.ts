import { Array as GodotArray, type Variant } from "godot";
import { fitItems, itemHint, itemKind, itemTypeName } from "./items";
import { isInstance } from "./module-class";
import { hint } from "./property-hint";
import { builtin, derive, type Schema } from "./schema";

const isArray = isInstance("Array") as (value: unknown) => value is GodotArray;

/** An Array of anything. */
export const array: Schema<GodotArray> = builtin<GodotArray>("Array", isArray, (value) => {
  const items = itemsOf(value);
  return items === undefined || isArray(value) ? value : GodotArray.from(items as Variant[]);
});

/**
 * An Array of one type, GDScript's `Array[int]`. One that is untyped, or packed, is copied into a
 * typed one where all its items fit.
 *
 * @example
 * @property(t.arrayOf(t.range(0, 9))) accessor digits: Array<number> = Array.typed(TYPE_INT);
 */
export function arrayOf<T>(item: Schema<T>): Schema<GodotArray<T>> {
  // Not now: the class of the items may not be there yet.
  const isUntyped = () => item.itemType === 0;
  return derive<GodotArray<T>, GodotArray>(array, {
    get name() {
      return isUntyped() ? "Array" : `Array[${itemTypeName(itemKind(item))}]`;
    },
    convertsOwn: true,
    accepts: (value) => isArray(value) && hasItems(value, item),
    convert(value) {
      const items = itemsOf(value);
      const fitting = items && fitItems(item, items);
      if (fitting === undefined) return value;
      return GodotArray.typed<Variant>(item.itemType as never, fitting as Variant[]);
    },
    describe: (name) => ({
      ...array.describe(name),
      ...(isUntyped() ? {} : { hint: hint.typeString, hintString: itemHint(item) }),
    }),
    describeArgument: (name) => ({
      ...array.describe(name),
      ...(isUntyped() ? {} : { hint: hint.arrayType, hintString: itemTypeName(itemKind(item)) }),
    }),
  });
}

/** The type of a typed Array, for messages; undefined of an untyped one, and of what is no Array. */
export function arrayTypeName(value: unknown): string | undefined {
  if (!isArray(value) || !value.isTyped()) return undefined;
  return `Array[${itemTypeName({ type: value.getTypedBuiltin(), className: value.getTypedClassName() })}]`;
}

function hasItems(value: GodotArray, item: Schema): boolean {
  const { type, className } = itemKind(item);
  return (
    value.getTypedBuiltin() === type &&
    value.getTypedClassName() === className &&
    (className === "" || value.getTypedScript() === null)
  );
}

/** The items of an Array, packed or not, of the engine's or JavaScript's. */
function itemsOf(value: unknown): readonly unknown[] | undefined {
  if (isArray(value)) return value.toJS();
  if (Array.isArray(value)) return value;
  const isOfNumbers = ArrayBuffer.isView(value) && !(value instanceof DataView);
  return isOfNumbers ? [...(value as unknown as Iterable<unknown>)] : undefined;
}
