import { defineHandle } from "./handle-class";
import { native } from "./native";

class ArrayMembers {
  static from(items: Iterable<unknown>): GodotArray {
    const array = new GodotArray();
    for (const item of items) native.variantCall(array, "push_back", item);
    return array;
  }

  get length(): number {
    return native.variantCall(this, "size") as number;
  }

  get(index: number): unknown {
    return native.variantGet(this, placeIn(this, index));
  }

  set(index: number, value: unknown): void {
    native.variantSet(this, placeIn(this, index), value);
  }

  push(...items: readonly unknown[]): number {
    for (const item of items) native.variantCall(this, "push_back", item);
    return this.length;
  }

  *[Symbol.iterator](): IterableIterator<unknown> {
    for (let i = 0; i < this.length; i++) yield native.variantGet(this, i);
  }

  toJS(): unknown[] {
    return [...this];
  }

  toString(): string {
    return native.stringify(this);
  }
}

function placeIn(array: ArrayMembers, index: number): number {
  const { length } = array;
  const place = index < 0 ? index + length : index;
  if (Number.isInteger(place) && place >= 0 && place < length) return place;
  throw new RangeError(`index ${index} is outside of an array of ${length} items`);
}

/** See the class Array in the types of module "godot". */
export type GodotArray = ArrayMembers;
export const GodotArray = defineHandle("Array", ArrayMembers);
