// The packed arrays of strings, vectors and colors: JavaScript arrays that know what they are to the
// engine. Those of numbers are JavaScript's own typed arrays.
import { valueTable } from "./api";
import { type Handle, native } from "./native";
import { type VariantTypeName, variantType, variantTypeName } from "./type-code";
import { classesFor } from "./value-class";
import { compile } from "./value-code";

/** Any packed array that is not of numbers. */
export abstract class PackedArray<T = unknown> extends Array<T> {
  /** What `map` and the like return is an ordinary array: its items may be of any type. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  /** A number makes that many empty places, as JavaScript's own `from` and `of` ask for. */
  constructor(items: Iterable<T> | number = []) {
    super();
    if (typeof items === "number") this.length = items;
    else for (const item of items) this.push(item);
  }

  abstract encode(): Handle;
}

export type PackedArrayClass = new (items?: Iterable<unknown> | number) => PackedArray;

/** What the items are. */
const itemTypes = {
  PackedStringArray: "String",
  PackedVector2Array: "Vector2",
  PackedVector3Array: "Vector3",
  PackedColorArray: "Color",
  PackedVector4Array: "Vector4",
} as const satisfies Partial<Record<VariantTypeName, string>>;

type PackedTypeName = keyof typeof itemTypes;

export function isPackedOfValues(name: string): name is PackedTypeName {
  return Object.hasOwn(itemTypes, name);
}

const known = new Map<PackedTypeName, PackedArrayClass>();

/** The class of a packed array, by the engine's name. */
export function packedArrayClass(name: PackedTypeName): PackedArrayClass {
  const made = known.get(name) ?? define(name);
  known.set(name, made);
  return made;
}

function define(name: PackedTypeName): PackedArrayClass {
  const type = variantType(name);
  const classes = {
    [name]: class extends PackedArray {
      encode(): Handle {
        return encodePacked(type, this);
      }
    },
  };
  return classes[name] as PackedArrayClass;
}

/** The packed array of a Variant type out of what the native side has read: see {@link Native}. */
export function decodePacked(type: number, raw: string[] | Float32Array): object {
  const name = packedTypeName(type);
  const items = Array.isArray(raw) ? raw : itemCode(name).decode(raw);
  return Object.setPrototypeOf(items, packedArrayClass(name).prototype);
}

/** The native side's packed array of a Variant type. Throws a TypeError for an item of another. */
export function encodePacked(type: number, items: readonly unknown[]): Handle {
  const name = packedTypeName(type);
  const isOfStrings = name === "PackedStringArray";
  // The native side checks strings as it takes them.
  return native.packed(type, isOfStrings ? (items as string[]) : itemCode(name).encode(items));
}

function packedTypeName(type: number): PackedTypeName {
  const name = variantTypeName(type);
  if (isPackedOfValues(name)) return name;
  throw new TypeError(`${name} is no packed array of values`);
}

/** How the vectors of an array become one row of numbers, and back. */
interface ItemCode {
  decode(numbers: Float32Array): unknown[];
  encode(items: readonly unknown[]): Float32Array;
}

const itemCodes = new Map<PackedTypeName, ItemCode>();

/** Hot: 10,000 vectors cross in 0.1 ms, in code that V8 keeps free of calls. */
function itemCode(name: PackedTypeName): ItemCode {
  const made = itemCodes.get(name) ?? makeItemCode(name, itemTypes[name]);
  itemCodes.set(name, made);
  return made;
}

function makeItemCode(name: PackedTypeName, type: string): ItemCode {
  const paths = valueTable(type).components.map(([path]) => path);
  const width = paths.length;
  const read = paths.map((_, place) => `numbers[i * ${width} + ${place}]`);
  const write = paths.map((path, place) => `numbers[i * ${width} + ${place}] = item.${path};`);
  return compile<ItemCode>(
    `({
      decode(numbers) {
        const items = new Array(numbers.length / ${width});
        for (let i = 0; i < items.length; i++) items[i] = new classes.${type}(${read.join(", ")});
        return items;
      },
      encode(items) {
        const numbers = new Float32Array(items.length * ${width});
        for (let i = 0; i < items.length; i++) {
          const item = items[i];
          if (!(item instanceof classes.${type})) fail(i, item);
          ${write.join(" ")}
        }
        return numbers;
      },
    })`,
    {
      classes: classesFor(type),
      fail(place: number, item: unknown): never {
        throw new TypeError(`${name}: item ${place} must be a ${type}, not ${String(item)}`);
      },
    },
  );
}
