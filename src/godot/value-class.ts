// The math types (Vector2 to Projection, Color): immutable classes made from the table.
import { isValueType, valueTable } from "./api";
import { native } from "./native";
import { type VariantTypeName, variantType, variantTypeName } from "./type-code";
import { compile, decodeCode, encodeCode } from "./value-code";

/** Any value of a math type. */
export abstract class Value {
  /** Lays the components into the first slot of the shared buffer. Returns the Variant type. */
  abstract encode(): number;
}

type ValueConstructor = new (...fields: readonly unknown[]) => Value;

const known: Record<string, ValueConstructor> = {};
const decoders = new Map<number, () => Value>();

/** The class of a math type. */
export function valueClass(name: string): ValueConstructor {
  known[name] ??= define(name);
  return known[name];
}

/** The classes that code for a type refers to: its own, and those of the values inside. */
export function classesFor(type: string): Record<string, ValueConstructor> {
  const inside = valueTable(type).fields.filter(([, field]) => isValueType(field));
  return Object.assign(
    { [type]: valueClass(type) },
    ...inside.map(([, field]) => classesFor(field)),
  );
}

/** Makes the value of a Variant type that lies in the first slot of the shared buffer. */
export function decodeValue(type: number): Value {
  let decode = decoders.get(type);
  if (decode === undefined) {
    const name = variantTypeName(type);
    decode = compile<() => Value>(`() => ${decodeCode(name, 0)}`, { classes: classesFor(name) });
    decoders.set(type, decode);
  }
  return decode();
}

function define(name: string): ValueConstructor {
  const { fields, initial } = valueTable(name);
  const names = fields.map(([field]) => field);
  const isInt = valueTable(name).components[0]?.[1] === "int32";
  const nested: Record<string, ValueConstructor> = {};
  for (const [, type] of fields) if (isValueType(type)) nested[type] = valueClass(type);
  const defaults: Record<string, unknown> = {};

  const assignments = fields.map(([field, type]) => {
    const test = isValueType(type)
      ? `${field} instanceof nested.${type}`
      : `typeof ${field} === "number"`;
    const value = isInt && !isValueType(type) ? `${field} | 0` : field;
    return `if (!(${test})) fail("${name}", "${field}", "${type}", ${field}); this.${field} = ${value};`;
  });
  const equal = (other: string) =>
    valueTable(name)
      .components.map(([path]) => `this.${path} === ${other}.${path}`)
      .join(" && ");
  const Class = compile<ValueConstructor>(
    `class ${name} extends Value {
      constructor(${names.map((field) => `${field} = defaults.${field}`).join(", ")}) {
        super();
        ${assignments.join("\n")}
      }
      encode() { ${encodeCode(name, "this", 0)} return ${variantType(name as VariantTypeName)}; }
      with(changes) { return new ${name}(${names.map((field) => `changes.${field} ?? this.${field}`).join(", ")}); }
      equals(other) { return other instanceof ${name} && ${equal("other")}; }
    }`,
    { Value, defaults, nested, fail },
  );
  Object.defineProperties(Class.prototype, shared);

  // The constants, and first of all the value without arguments, are made from their numbers.
  const fromNumbers = compile<(numbers: readonly (number | null)[]) => Value>(
    `(numbers) => {
      numbers.forEach((each, place) => { ${isInt ? "ints" : "floats"}[place] = each ?? Infinity; });
      return ${decodeCode(name, 0)};
    }`,
    { classes: { ...inner(fields), [name]: Class } },
  );
  Object.assign(defaults, fromNumbers(initial));
  for (const [constant, numbers] of Object.entries(valueTable(name).constants)) {
    Object.defineProperty(Class, constant, { value: fromNumbers(numbers) });
  }
  for (const [enumName, members] of Object.entries(valueTable(name).enums)) {
    Object.defineProperty(Class, enumName, { value: Object.freeze({ ...members }) });
    for (const [member, value] of Object.entries(members)) {
      Object.defineProperty(Class, member, { value });
    }
  }
  return Class;
}

function inner(fields: readonly (readonly [string, string])[]): Record<string, ValueConstructor> {
  const types = fields.map(([, type]) => type).filter(isValueType);
  return Object.assign({}, ...types.map(classesFor));
}

const shared: PropertyDescriptorMap = {
  toString: {
    value(this: Value) {
      return native.stringify(this);
    },
  },
  // What console.log shows.
  [Symbol.for("nodejs.util.inspect.custom")]: {
    value(this: Value) {
      return `${this.constructor.name}${this}`;
    },
  },
};

function fail(name: string, field: string, type: string, value: unknown): never {
  const wanted = isValueType(type) ? type : "a number";
  throw new TypeError(`${name}: ${field} must be ${wanted}, not ${String(value)}`);
}
