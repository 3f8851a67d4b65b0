import { builtinMethods, builtinOperator } from "./builtin-members";
import { defineHandle, defineOperator, defineOrder } from "./handle-class";
import { type ItemType, itemTypeArguments } from "./item-type";
import { native } from "./native";

const methods = builtinMethods("Array", "append", "appendArray", "isReadOnly", "size");

class ArrayMembers {
  static from(items: Iterable<unknown>): GodotArray {
    return native.arrayFrom(Array.isArray(items) ? items : [...items]) as GodotArray;
  }

  static typed(type: ItemType, items: Iterable<unknown> = []): GodotArray {
    const plain = GodotArray.from(items);
    const array = new ArrayOfType(plain, ...itemTypeArguments(type));
    if (array.length === plain.length) return array;
    throw new TypeError("Array.typed: an item is of another type");
  }

  get length(): number {
    return methods.size.call(this);
  }

  get(index: number): unknown {
    const item = Number.isInteger(index) ? native.variantGet(this, index) : undefined;
    return item === undefined ? outside(this, index) : item;
  }

  set(index: number, value: unknown): void {
    if (Number.isInteger(index) && native.variantSet(this, index, value)) return;
    if (methods.isReadOnly.call(this)) throw new TypeError("the Array is read-only");
    outside(this, index);
  }

  push(...items: readonly unknown[]): number {
    if (items.length === 1) methods.append.call(this, items[0]);
    else methods.appendArray.call(this, items);
    return this.length;
  }

  [Symbol.iterator](): IterableIterator<unknown> {
    return native.items(this)[Symbol.iterator]();
  }

  toJS(): unknown[] {
    return native.items(this);
  }
}

function outside(array: ArrayMembers, index: number): never {
  throw new RangeError(`index ${index} is outside of an array of ${array.length} items`);
}

/** See the class Array in the types of module "godot". */
export type GodotArray = ArrayMembers;
export const GodotArray = defineHandle("Array", ArrayMembers);
defineOrder(GodotArray, "Array");
defineOperator(GodotArray, "concat", () => builtinOperator("OP_ADD", "Array", "Array", "Array"));

const ArrayOfType = GodotArray as unknown as new (
  base: object,
  ...type: ReturnType<typeof itemTypeArguments>
) => GodotArray;
