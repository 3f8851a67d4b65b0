import { ClassDB } from "godot";
import {
  type ClassDescription,
  type Constructor,
  invoker,
  lineage,
  type MethodDescription,
  type PropertyDescription,
  typeCode,
  unimplemented,
} from "../godot";
import { asyncVirtual, isAsync } from "./async-virtual";
import type { ClassMembers, MethodMember, PropertyMember } from "./class-members";
import { exposeMethod, exposeProperty } from "./expose-member";
import { registrationOf } from "./registered-classes";
import { snakeCase } from "./snake-case";
import type { Schema } from "./t";
import { taskClassName } from "./task-object";

export interface RegisterOptions {
  /** What Godot calls it. By default the class's name. */
  readonly name?: string | undefined;
  /** An icon for the editor, such as `res://coin.svg`. */
  readonly icon?: string | undefined;
  /** Has no instances of its own. */
  readonly abstract?: boolean | undefined;
  /** Whether instances run in the editor too, as those of a `@tool` script do. By default not. */
  readonly tool?: boolean | undefined;
  /** Kept out of the Create Node dialog. */
  readonly internal?: boolean | undefined;
}

/**
 * Describes a class to Godot: what its decorators said, and which of the engine's virtual methods it
 * or an ancestor implements.
 *
 * @throws TypeError when its base is neither of the engine nor registered.
 */
export function describeClass(
  Class: Constructor,
  members: ClassMembers,
  options: RegisterOptions,
): ClassDescription {
  const name = options.name ?? Class.name;
  const { base, engineBase } = baseOf(Class, name);
  return {
    name,
    base,
    engineBase,
    constructor: Class,
    isAbstract: options.abstract ?? false,
    isInternal: options.internal ?? false,
    // What extends a class of the editor is there for the editor.
    isRuntime: !(options.tool ?? engineBase.startsWith("Editor")),
    icon: options.icon ?? "",
    virtuals: virtualsOf(Class, name, engineBase),
    signals: members.signals.map(({ member, args }) => ({
      name: snakeCase(member),
      arguments: describeArguments(args),
    })),
    methods: [
      ...members.methods.map((each) => describeMethod(Class, name, each)),
      ...members.properties.flatMap((each) => describeAccessors(Class, name, each)),
    ],
    properties: members.properties.map(({ member, isWritable, schema }) => ({
      info: [schema.describe(snakeCase(member))],
      getter: `get_${snakeCase(member)}`,
      setter: isWritable ? `set_${snakeCase(member)}` : "",
    })),
  };
}

function describeMethod(
  Class: Constructor,
  className: string,
  { member, isStatic, options }: MethodMember,
): MethodDescription {
  const { name = snakeCase(member), args = [], returns } = options;
  const exposed = exposeMethod(Class, className, member, isStatic, args, returns);
  const result = exposed.isAsync ? taskDescription() : returns?.describe("");
  return {
    name,
    invoke: invoker(className, exposed.member, "any number"),
    isStatic,
    arguments: describeArguments(args),
    results: result === undefined ? [] : [result],
    defaults: args.filter((each) => each.isOptional).map((each) => each.initial ?? null),
  };
}

function describeAccessors(
  Class: Constructor,
  className: string,
  { member, isWritable, schema }: PropertyMember,
): MethodDescription[] {
  const exposed = exposeProperty(Class, className, member, schema);
  const name = snakeCase(member);
  const getter: MethodDescription = {
    name: `get_${name}`,
    invoke: invoker(className, exposed.getter, "any number"),
    arguments: [],
    results: [schema.describe("")],
  };
  const setter: MethodDescription = {
    name: `set_${name}`,
    invoke: invoker(className, exposed.setter, "any number"),
    arguments: [schema.describe("value")],
    results: [],
  };
  return isWritable ? [getter, setter] : [getter];
}

function baseOf(Class: Constructor, name: string): { base: string; engineBase: string } {
  const Parent: Constructor | null = Object.getPrototypeOf(Class);
  const registration = Parent === null ? undefined : registrationOf(Parent);
  if (registration !== undefined) {
    return { base: registration.name, engineBase: registration.engineBase };
  }
  const parentName = Parent?.name ?? "";
  if (Parent !== null && isEngineClass(Parent)) return { base: parentName, engineBase: parentName };
  if (ClassDB.classExists(parentName)) {
    throw new TypeError(
      `@register: ${name} extends ${parentName}, a class of another extension, which Godot does not let us extend`,
    );
  }
  throw new TypeError(
    `@register: ${name} extends ${parentName === "" ? "nothing" : parentName}, which is neither a class of the engine nor registered itself`,
  );
}

function isEngineClass(Class: Constructor): boolean {
  try {
    return lineage(Class.name).next().done === false;
  } catch {
    return false;
  }
}

/**
 * Called though nobody implements it: a node that another thread has made gets its JavaScript half,
 * and so its constructor is run, when it enters the tree at the latest.
 */
const firstCall = "_enterTree";

function virtualsOf(
  Class: Constructor,
  className: string,
  engineBase: string,
): ClassDescription["virtuals"] {
  const prototype = Class.prototype as Record<string, unknown>;
  const virtuals = [...lineage(engineBase)].flatMap(([, table]) => Object.entries(table.virtuals));
  return virtuals
    .filter(([member]) => prototype[member] !== unimplemented || member === firstCall)
    .map(([member, [name, , result, args]]) => ({
      name,
      member,
      invoke:
        isAsync(prototype[member]) && result === "void"
          ? asyncVirtual(className, member)
          : invoker(className, member, args.length),
      arguments: args.map(typeCode),
      result: typeCode(result),
    }));
}

function describeArguments(args: readonly Schema[]): PropertyDescription[] {
  return args.map((schema, index) => schema.describe(`arg${index}`));
}

/** What GDScript gets of an async method. */
function taskDescription(): PropertyDescription {
  return { name: "", type: typeCode("Object"), className: taskClassName() };
}
