import type { GodotArray } from "./array";
import { defineHandle } from "./handle-class";
import { native } from "./native";

class DictionaryMembers {
  static from(entries: ReadonlyMap<unknown, unknown> | object): Dictionary {
    const dictionary = new Dictionary();
    const pairs = entries instanceof Map ? entries : Object.entries(entries);
    for (const [key, value] of pairs) dictionary.set(key, value);
    return dictionary;
  }

  get size(): number {
    return native.variantCall(this, "size") as number;
  }

  get(key: unknown): unknown {
    return this.has(key) ? native.variantGet(this, key) : undefined;
  }

  set(key: unknown, value: unknown): this {
    native.variantSet(this, key, value);
    return this;
  }

  has(key: unknown): boolean {
    return native.variantCall(this, "has", key) === true;
  }

  delete(key: unknown): boolean {
    return native.variantCall(this, "erase", key) === true;
  }

  keys(): IterableIterator<unknown> {
    return (native.variantCall(this, "keys") as GodotArray)[Symbol.iterator]();
  }

  values(): IterableIterator<unknown> {
    return (native.variantCall(this, "values") as GodotArray)[Symbol.iterator]();
  }

  *entries(): IterableIterator<[unknown, unknown]> {
    for (const key of this.keys()) yield [key, native.variantGet(this, key)];
  }

  [Symbol.iterator](): IterableIterator<[unknown, unknown]> {
    return this.entries();
  }

  toJS(): Map<unknown, unknown> {
    return new Map(this.entries());
  }

  toString(): string {
    return native.stringify(this);
  }
}

/** See the class of that name in the types of module "godot". */
export type Dictionary = DictionaryMembers;
export const Dictionary = defineHandle("Dictionary", DictionaryMembers);
