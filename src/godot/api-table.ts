// The shape of the run-time table that the generator makes from the engine's own description.

/** Bits of a method's flags in the table. */
export const methodFlags = {
  static: 1,
  vararg: 2,
  const: 4,
  /** Not a member: only there for the setter of a property, which the engine's API leaves out. */
  hidden: 8,
} as const;

/** Stands for an accessor that goes through `Object.get` or `Object.set`. */
export const genericAccessor = "*";

/**
 * `[engineName, hash, flags, returnType, argumentTypes, requiredCount, defaults]`: the defaults of the
 * last arguments, as far from the end as they are numbers, booleans, texts or null.
 */
export type MethodRow = readonly [
  string,
  number,
  number,
  string,
  readonly string[],
  number,
  (readonly DefaultValue[])?,
];

export type DefaultValue = number | boolean | string | null;

/** `[engineName, hash, returnType, argumentTypes]` */
export type VirtualRow = readonly [string, number, string, readonly string[]];

/**
 * `[engineName, type, setter, getter, index]`: the accessors are engine names of methods, found in
 * the class or its ancestors, `*` for `Object.set` and `Object.get`, and an empty setter is none.
 * The index is the first argument of both accessors, or -1.
 */
export type PropertyRow = readonly [string, string, string, string, number];

/** `[engineName, argumentTypes]` */
export type SignalRow = readonly [string, readonly string[]];

/** What the run time knows of one class. Members are listed by our names, without inherited ones. */
export interface ClassTable {
  readonly base: string;
  readonly refCounted: boolean;
  readonly instantiable: boolean;
  readonly methods: Readonly<Record<string, MethodRow>>;
  readonly virtuals: Readonly<Record<string, VirtualRow>>;
  readonly properties: Readonly<Record<string, PropertyRow>>;
  readonly signals: Readonly<Record<string, SignalRow>>;
  /** Constants of no enum. Those of the enums are members of the class too, at run time. */
  readonly constants: Readonly<Record<string, number>>;
  readonly enums: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** How one number of a value is stored. */
export type StorageKind = "float32" | "float64" | "int32";

/** What the run time knows of one math type, such as `Transform3D`. */
export interface ValueTable {
  /** The members that the value is made of, as its constructor takes them: `[name, type]`. */
  readonly fields: readonly (readonly [string, string])[];
  /** Every number in it, in order of memory: `["basis.x.y", "float32"]`. */
  readonly components: readonly (readonly [string, StorageKind])[];
  /** The numbers of the value that its constructor makes without arguments, in order of memory. */
  readonly initial: readonly number[];
  /** The numbers of each constant, in order of memory. `null` stands for infinity. */
  readonly constants: Readonly<Record<string, readonly (number | null)[]>>;
  readonly enums: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/**
 * `[method, operator, rightType, resultType]`: our name for it, "" for none, then as the engine writes
 * it. An operator with one operand has "" for its right type.
 */
export type OperatorRow = readonly [string, string, string, string];

/** What the run time knows of a builtin type, besides the layout of a math type. */
export interface BuiltinTable {
  readonly methods: Readonly<Record<string, MethodRow>>;
  /** The types of their arguments, in the engine's order. */
  readonly constructors: readonly (readonly string[])[];
  readonly operators: readonly OperatorRow[];
  /** What can be read of a value by name: `[engineName, type]`, by our name. */
  readonly members: Readonly<Record<string, readonly [string, string]>>;
  /** The type of `value[index]`, "" for types without. */
  readonly item: string;
}

/** `[engineName, hash, returnType, argumentTypes, isVararg]` */
export type UtilityRow = readonly [string, number, string, readonly string[], boolean];

/** The run-time table: everything that module "godot" is made from. */
export interface ApiTable {
  /** The engine's version, `4.6.3`. */
  readonly version: string;
  readonly precision: "single" | "double";
  /** A ClassTable each, as JSON inside JSON: a class is parsed when it is first used. */
  readonly classes: Readonly<Record<string, string>>;
  /** Names of all classes, each before its descendants. A class's id is its place in this list. */
  readonly order: readonly string[];
  /** For each class of `order`, the place of its last descendant, or its own. */
  readonly last: readonly number[];
  /** `[name, class]` */
  readonly singletons: readonly (readonly [string, string])[];
  /** A dot in a name (`Variant.Type`) makes it a member of an export (`Variant`). */
  readonly globalEnums: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly globalConstants: Readonly<Record<string, number>>;
  readonly utilities: Readonly<Record<string, UtilityRow>>;
  readonly builtins: Readonly<Record<string, BuiltinTable>>;
  readonly values: Readonly<Record<string, ValueTable>>;
}

/** The first line of the table's file. */
export type ApiHeader = Omit<ApiTable, "classes" | "builtins" | "values"> & {
  /** Names of the builtin types, and of those among them that are math types. */
  readonly builtins: readonly string[];
  readonly values: readonly string[];
  /**
   * How long the lines are that follow: one for each class of `order`, then one for each of
   * `builtins`, then one for each of `values`.
   */
  readonly lengths: readonly number[];
};
