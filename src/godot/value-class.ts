// The math types (Vector2 to Projection, Color): immutable classes made from the table.
import { builtinTable, isValueType, valueTable } from "./api";
import { enumObject } from "./enum-object";
import { defineLazy } from "./lazy-property";
import { native } from "./native";
import { type VariantTypeName, variantType, variantTypeName } from "./type-code";
import { compile, decodeCode, encodeCode } from "./value-code";
import {
  constructorCode,
  constructorParameters,
  converter,
  fromNumbers,
} from "./value-constructor";
import { changer, defineMembers } from "./value-members";
import { defineValueMethods } from "./value-methods";
import { defineOperators } from "./value-operators";

/** Any value of a math type. */
export abstract class Value {
  /** Lays the components into the first slot of the shared buffer. Returns the Variant type. */
  abstract encode(): number;
}

export type ValueConstructor = new (...fields: readonly unknown[]) => Value;

const known: Record<string, ValueConstructor> = {};
const decoders = new Map<number, () => Value>();

/** The class of a math type. */
export function valueClass(name: string): ValueConstructor {
  return known[name] ?? define(name);
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
  const { fields, components, initial } = valueTable(name);
  const classes: Record<string, ValueConstructor> = {};
  for (const [, type] of fields) if (isValueType(type)) Object.assign(classes, classesFor(type));

  const equal = components.map(([path]) => `this.${path} === other.${path}`).join(" && ");
  const change = fields.map(
    ([field]) => `changes.${field} === undefined ? this.${field} : changes.${field}`,
  );
  const Class = compile<ValueConstructor>(
    `class ${name} extends Value {
      constructor(${constructorParameters(name).join(", ")}) {
        super();
        ${constructorCode(name)}
      }
      encode() { ${encodeCode(name, "this", 0)} return ${variantType(name as VariantTypeName)}; }
      with(changes) { return changed(new ${name}(${change.join(", ")}), changes); }
      equals(other) { return other instanceof ${name} && ${equal}; }
    }`,
    {
      Value,
      classes,
      convert: converter(name, () => first()),
      changed: changer(name),
    },
  );
  classes[name] = Class;
  known[name] = Class;
  const make = fromNumbers(name, classes);
  // Hot: so that V8 never takes the floats for ints, and compiles for another shape of the value.
  make(components.map(([, kind]) => (kind === "int32" ? 0 : 0.5)));
  let made: object | undefined;
  const first = () => {
    made ??= make(initial);
    return made;
  };
  defineConstants(Class, name, make);
  Object.defineProperties(Class.prototype, shared);
  defineMembers(Class.prototype, name);
  defineValueMethods(Class, name);
  defineOperators(Class.prototype, name, builtinTable(name).operators);
  return Class;
}

function defineConstants(
  Class: ValueConstructor,
  name: string,
  make: ReturnType<typeof fromNumbers>,
): void {
  for (const [constant, numbers] of Object.entries(valueTable(name).constants)) {
    defineLazy(Class, constant, () => make(numbers));
  }
  for (const [enumName, members] of Object.entries(valueTable(name).enums)) {
    Object.defineProperty(Class, enumName, { value: enumObject(members, `${name}.${enumName}`) });
    for (const [member, value] of Object.entries(members)) {
      Object.defineProperty(Class, member, { value });
    }
  }
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
