// Schemas: what a parameter, a result or a property is, to Godot and to the compiler alike.

import type {
  Callable,
  Dictionary,
  Array as GodotArray,
  Object as GodotObject,
  Signal,
  Variant,
} from "godot";
import {
  type Constructor,
  type PropertyDescription,
  typeCode,
  type VariantTypeName,
} from "../godot";
import { registeredName } from "./registered-classes";

const usageDefault = 6; // PROPERTY_USAGE_DEFAULT
const usageNilIsVariant = 131072; // PROPERTY_USAGE_NIL_IS_VARIANT

/** What a value must be. `T` is its TypeScript type. */
export interface Schema<T = unknown> {
  /** For messages: `int`, `Node2D`. */
  readonly name: string;
  /** Whether it may be left out, as the last argument of a method. */
  readonly isOptional: boolean;
  /** What it is when it is left out. */
  readonly initial: T | undefined;
  accepts(value: unknown): boolean;
  describe(name: string): PropertyDescription;
}

/** The TypeScript type of a schema. */
export type TypeOf<S> = S extends Schema<infer T> ? T : never;

function builtin<T>(type: VariantTypeName, accepts: (value: unknown) => boolean): Schema<T> {
  return {
    name: type,
    isOptional: false,
    initial: undefined,
    accepts,
    describe: (name) => ({ name, type: typeCode(type), usage: usageDefault }),
  };
}

function isInt(value: unknown): boolean {
  return Number.isInteger(value) || typeof value === "bigint";
}

/** The types that members of a registered class can have. */
export const t = {
  bool: builtin<boolean>("bool", (value) => typeof value === "boolean"),
  int: builtin<number>("int", isInt),
  float: builtin<number>("float", (value) => typeof value === "number"),
  string: builtin<string>("String", (value) => typeof value === "string"),
  array: builtin<GodotArray>("Array", isHandle("Array")),
  dictionary: builtin<Dictionary>("Dictionary", isHandle("Dictionary")),
  callable: builtin<Callable>("Callable", isHandle("Callable")),
  signal: builtin<Signal>("Signal", isHandle("Signal")),

  /** Anything, null included. */
  variant: {
    name: "Variant",
    isOptional: false,
    initial: undefined,
    accepts: () => true,
    describe: (name) => ({
      name,
      type: typeCode("Variant"),
      usage: usageDefault | usageNilIsVariant,
    }),
  } as Schema<Variant>,

  /** An object of that class, of the engine or registered. Null only where it is optional. */
  object<C extends abstract new (...args: never[]) => GodotObject>(
    Class: C,
  ): Schema<InstanceType<C>> {
    const className = () => registeredName(Class as unknown as Constructor) ?? Class.name;
    return {
      get name() {
        return className();
      },
      isOptional: false,
      initial: undefined,
      accepts: (value) => value instanceof Class,
      describe: (name) => ({
        name,
        type: typeCode("Object"),
        className: className(),
        usage: usageDefault,
      }),
    };
  },

  /** The last arguments of a method may be left out: they are then `initial`. */
  optional<T>(schema: Schema<T>, initial?: T): Schema<T | undefined> {
    return {
      ...schema,
      name: `${schema.name} or nothing`,
      isOptional: true,
      initial,
      accepts: (value) => value === null || value === undefined || schema.accepts(value),
      describe: (name) => schema.describe(name),
    };
  },
};

function isHandle(type: string): (value: unknown) => boolean {
  return (value) => (value as object | null)?.constructor?.name === type;
}
