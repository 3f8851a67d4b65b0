import { builtinMethods } from "./builtin-members";
import { defineHandle } from "./handle-class";
import { type ItemType, itemTypeArguments } from "./item-type";
import { native } from "./native";

const methods = builtinMethods("Dictionary", "erase", "keys", "set", "size", "values");

class DictionaryMembers {
  static from(entries: ReadonlyMap<unknown, unknown> | object): Dictionary {
    if (typeof entries !== "object" || entries === null) {
      throw new TypeError(`Dictionary.from takes a Map or an object, not ${String(entries)}`);
    }
    const source = entries instanceof Dictionary ? entries.toJS() : entries;
    return native.dictionaryFrom(source) as Dictionary;
  }

  static typed(keys: ItemType, values: ItemType, entries: object = {}): Dictionary {
    const plain = Dictionary.from(entries);
    const types = [...itemTypeArguments(keys), ...itemTypeArguments(values)] as const;
    const dictionary = new DictionaryOfTypes(plain, ...types);
    if (dictionary.size === plain.size) return dictionary;
    throw new TypeError("Dictionary.typed: a key or a value is of another type");
  }

  get size(): number {
    return methods.size.call(this);
  }

  get(key: unknown): unknown {
    return native.variantGet(this, key);
  }

  set(key: unknown, value: unknown): this {
    if (methods.set.call(this, key, value)) return this;
    throw new TypeError("the Dictionary is read-only, or typed otherwise");
  }

  delete(key: unknown): boolean {
    return methods.erase.call(this, key);
  }

  keys(): IterableIterator<unknown> {
    return native.items(methods.keys.call(this))[Symbol.iterator]();
  }

  values(): IterableIterator<unknown> {
    return native.items(methods.values.call(this))[Symbol.iterator]();
  }

  entries(): IterableIterator<[unknown, unknown]> {
    return pairs(native.items(this));
  }

  [Symbol.iterator](): IterableIterator<[unknown, unknown]> {
    return this.entries();
  }

  toJS(): Map<unknown, unknown> {
    // Hot: half the time of `new Map(this.entries())`.
    const items = native.items(this);
    const map = new Map<unknown, unknown>();
    for (let i = 0; i < items.length; i += 2) map.set(items[i], items[i + 1]);
    return map;
  }
}

function* pairs(items: readonly unknown[]): IterableIterator<[unknown, unknown]> {
  for (let i = 0; i < items.length; i += 2) yield [items[i], items[i + 1]];
}

/** See the class of that name in the types of module "godot". */
export type Dictionary = DictionaryMembers;
export const Dictionary = defineHandle("Dictionary", DictionaryMembers);

const DictionaryOfTypes = Dictionary as unknown as new (
  base: object,
  ...types: readonly unknown[]
) => Dictionary;
