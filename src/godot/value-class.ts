// The math types (Vector2 to Projection, Color): immutable classes made from the table.
import { api } from "./api";
import type { ValueTable } from "./api-table";
import { native } from "./native";
import { type VariantTypeName, variantType, variantTypeName } from "./type-code";

/** Any value of a math type. */
export abstract class Value {
  /** Lays the components into the shared buffer. Returns the Variant type. */
  abstract encode(): number;
}

type ValueConstructor = new (...fields: readonly unknown[]) => Value;

/** Where a field's number lies among the components, or for a value in a value, its own layout. */
type Layout = readonly (number | { readonly type: string; readonly layout: Layout })[];

interface ValueType {
  readonly Class: ValueConstructor;
  readonly decode: () => Value;
}

const types = new Map<string, ValueType>();
const floats = new Float32Array(native.sharedBuffer);
const ints = new Int32Array(native.sharedBuffer);

/** The class of a math type. */
export function valueClass(name: string): ValueConstructor {
  return valueType(name).Class;
}

/** Makes the value of a Variant type whose components lie in the shared buffer. */
export function decodeValue(type: number): Value {
  return valueType(variantTypeName(type)).decode();
}

function valueType(name: string): ValueType {
  const known = types.get(name);
  if (known !== undefined) return known;
  const table = tableOf(name);
  const layout = layoutOf(name, table.components, "");
  const stores = table.components.map(([, kind]) => (kind === "int32" ? ints : floats));
  const Class = define(name, table, stores, layout);
  const made: ValueType = {
    Class,
    decode: () => construct(Class, layout, (place) => stores[place]?.[place] ?? 0),
  };
  types.set(name, made);
  defineConstants(made, table, layout);
  return made;
}

function tableOf(name: string): ValueTable {
  const table = api.values[name];
  if (table === undefined) throw new Error(`the engine has no value type ${name}`);
  return table;
}

function layoutOf(name: string, components: ValueTable["components"], prefix: string): Layout {
  return tableOf(name).fields.map(([field, type]) =>
    type in api.values
      ? { type, layout: layoutOf(type, components, `${prefix}${field}.`) }
      : components.findIndex(([path]) => path === prefix + field),
  );
}

function construct(
  Class: ValueConstructor,
  layout: Layout,
  numberAt: (place: number) => number,
): Value {
  const fields = layout.map((each) =>
    typeof each === "number"
      ? numberAt(each)
      : construct(valueClass(each.type), each.layout, numberAt),
  );
  return new Class(...fields);
}

function define(
  name: string,
  table: ValueTable,
  stores: readonly (Float32Array | Int32Array)[],
  layout: Layout,
): ValueConstructor {
  const type = variantType(name as VariantTypeName);
  const fields = table.fields.map(([field]) => field);
  const paths = table.components.map(([path]) => path.split("."));
  const initialNumber = (place: number) => table.initial[place] ?? 0;
  const initial = layout.map((each) =>
    typeof each === "number"
      ? initialNumber(each)
      : construct(valueClass(each.type), each.layout, initialNumber),
  );

  const Class = class extends Value {
    readonly [field: string]: unknown;

    constructor(...values: readonly unknown[]) {
      super();
      for (const [index, field] of fields.entries()) {
        const value = values[index] ?? initial[index];
        check(name, field, value, initial[index]);
        Object.defineProperty(this, field, { value, enumerable: true });
      }
    }

    override encode(): number {
      for (const [place, path] of paths.entries()) {
        const store = stores[place];
        if (store !== undefined) store[place] = numberOf(this, path);
      }
      return type;
    }

    /** The same value with other fields. */
    with(changes: Readonly<Record<string, unknown>>): Value {
      return new Class(...fields.map((field) => changes[field] ?? this[field]));
    }

    equals(other: unknown): boolean {
      return (
        other instanceof Class &&
        paths.every((path) => numberOf(this, path) === numberOf(other, path))
      );
    }

    override toString(): string {
      return native.stringify(this);
    }

    [Symbol.for("nodejs.util.inspect.custom")](): string {
      return `${name}${this}`;
    }
  };
  Object.defineProperty(Class, "name", { value: name });
  return Class;
}

function check(name: string, field: string, value: unknown, like: unknown): void {
  if (
    typeof like === "number" ? typeof value === "number" : value instanceof Object(like).constructor
  )
    return;
  const wanted = typeof like === "number" ? "a number" : Object(like).constructor.name;
  throw new TypeError(`${name}: ${field} must be ${wanted}, not ${String(value)}`);
}

function numberOf(value: unknown, path: readonly string[]): number {
  return path.reduce(
    (each: unknown, field) => (each as Record<string, unknown>)[field],
    value,
  ) as number;
}

function defineConstants(type: ValueType, table: ValueTable, layout: Layout): void {
  for (const [name, numbers] of Object.entries(table.constants)) {
    const value = construct(
      type.Class,
      layout,
      (place) => numbers[place] ?? Number.POSITIVE_INFINITY,
    );
    Object.defineProperty(type.Class, name, { value });
  }
  for (const [name, members] of Object.entries(table.enums)) {
    Object.defineProperty(type.Class, name, { value: Object.freeze({ ...members }) });
    for (const [member, value] of Object.entries(members)) {
      Object.defineProperty(type.Class, member, { value });
    }
  }
}
