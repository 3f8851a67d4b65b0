// What the decorators of a class's members have said, as the native side takes it.
import {
  type ClassDescription,
  type ConstantDescription,
  type Constructor,
  describe,
  type HeadingDescription,
  invoker,
  type MethodDescription,
  type PropertyDescription,
  type ScriptVirtualDescription,
  typeCode,
} from "../../godot";
import { taskClassName } from "../for-gdscript/task-object";
import type {
  ClassMembers,
  Heading,
  IndexedMember,
  MethodMember,
  PropertyMember,
  SignalMember,
  VirtualMember,
} from "./class-members";
import { exposeMethod, exposeProperty } from "./expose-member";
import type { MemberNames } from "./member-names";
import { describeProperty, isWritable } from "./property-description";
import type { Schema } from "./schema";
import { snakeCase } from "./snake-case";
import { virtualName } from "./virtual";

type SomeProperty = ClassDescription["properties"][number];

const usageCategory = 128; // PROPERTY_USAGE_CATEGORY

export function describeMethod(
  Class: Constructor,
  className: string,
  names: MemberNames,
  { member, isStatic, parameters, options }: MethodMember,
): MethodDescription {
  const { args = [], rest, returns } = options;
  const exposed = exposeMethod(Class, className, member, isStatic, options);
  const result = exposed.isAsync ? taskDescription() : returns?.describeArgument("");
  return {
    name: names.claim(options.name ?? snakeCase(member), "method", member),
    invoke: invoker(className, exposed.member, "any number"),
    isStatic,
    isVararg: rest !== undefined,
    arguments: describeArguments(args, parameters),
    results: result === undefined ? [] : [result],
    defaults: args.filter((each) => each.isOptional).map((each) => each.initial ?? null),
  };
}

export function describeScriptVirtual(
  names: MemberNames,
  virtual: VirtualMember,
): ScriptVirtualDescription {
  const { args = [], returns } = virtual.options;
  return {
    name: names.claim(virtualName(virtual), "virtual method", virtual.member),
    arguments: describeArguments(args, virtual.parameters),
    results: returns === undefined ? [] : [returns.describeArgument("")],
  };
}

export function describeSignal(
  names: MemberNames,
  { member, name, args }: SignalMember,
): ClassDescription["signals"][number] {
  return {
    name: names.claim(name, "signal", member),
    arguments: args.map(({ name, schema }) => schema.describeArgument(name)),
  };
}

/** The constants of a class, those of its enums included. Their values are read from the class. */
export function describeConstants(
  Class: Constructor,
  className: string,
  names: MemberNames,
  { constants, enums }: ClassMembers,
): ConstantDescription[] {
  const statics = Class as unknown as Readonly<Record<string, unknown>>;
  const integer = (label: string, value: unknown): number => {
    if (Number.isSafeInteger(value)) return Number(value);
    throw new TypeError(
      `@register: ${className}.${label} must be an integer, not ${describe(value)}`,
    );
  };
  return [
    ...constants.map((member) => ({
      name: names.claim(member, "constant", member),
      value: integer(member, statics[member]),
      enumeration: "",
      isBitfield: false,
    })),
    ...enums.flatMap(({ member, isBitfield }) => {
      const enumeration = names.claim(member, "enum", member);
      return enumEntries(statics[member]).map(([name, value]) => ({
        name: names.claim(name, "constant", `${member}.${name}`),
        value: integer(`${member}.${name}`, value),
        enumeration,
        isBitfield,
      }));
    }),
  ];
}

/** Without the names by their numbers that an `enum` of TypeScript's has beside. */
function enumEntries(object: unknown): [name: string, value: unknown][] {
  return Object.entries(object ?? {}).filter(([name]) => !/^-?\d+$/.test(name));
}

/** The properties, and the methods by which Godot reads and writes them. */
export function describeProperties(
  Class: Constructor,
  className: string,
  names: MemberNames,
  members: ClassMembers,
): { readonly properties: SomeProperty[]; readonly accessors: MethodDescription[] } {
  const accessors: MethodDescription[] = [];
  const plain = members.properties.flatMap((each) => {
    const property = names.claim(each.name, "property", each.member);
    const getter = names.accessor("get", property);
    const setter = isWritable(Class, each) ? names.accessor("set", property) : "";
    accessors.push(...describeAccessors(Class, className, each, getter, setter));
    const headings = members.headings.get(each.member) ?? [];
    return [
      ...headings.filter((heading) => heading.kind === "category").map(describeCategory),
      {
        info: [describeProperty(Class, each, property)] as const,
        headings: headings.filter(isGroup),
        getter,
        setter,
      },
    ];
  });
  const indexed = members.indexed.flatMap((each) =>
    describeIndexed(className, names, members, each),
  );
  return { properties: [...plain, ...indexed], accessors };
}

function describeAccessors(
  Class: Constructor,
  className: string,
  { member, schema }: PropertyMember,
  getter: string,
  setter: string,
): MethodDescription[] {
  const exposed = exposeProperty(Class, className, member, schema);
  const reads: MethodDescription = {
    name: getter,
    invoke: invoker(className, exposed.getter, "any number"),
    arguments: [],
    results: [schema.describeArgument("")],
  };
  if (setter === "") return [reads];
  const writes: MethodDescription = {
    name: setter,
    invoke: invoker(className, exposed.setter, "any number"),
    arguments: [schema.describeArgument("value")],
    results: [],
  };
  return [reads, writes];
}

function describeIndexed(
  className: string,
  names: MemberNames,
  { methods }: ClassMembers,
  { getter, setter, properties }: IndexedMember,
): SomeProperty[] {
  const method = (member: string): MethodMember => {
    const found = methods.find((each) => each.member === member);
    if (found !== undefined) return found;
    throw new TypeError(
      `@register: ${className}.${getter} has @indexed, for which ${member} needs @method as well`,
    );
  };
  const nameOf = ({ member, options }: MethodMember) => options.name ?? snakeCase(member);
  const reader = method(getter);
  const { returns } = reader.options;
  if (returns === undefined) {
    throw new TypeError(
      `@register: ${className}.${getter} has @indexed, and must return something`,
    );
  }
  return Object.entries(properties).map(([member, index]) => ({
    info: [returns.describe(names.claim(snakeCase(member), "property", member))],
    getter: nameOf(reader),
    setter: setter === undefined ? "" : nameOf(method(setter)),
    index,
  }));
}

function describeCategory({ name }: Heading): SomeProperty {
  return {
    info: [{ name, type: typeCode("Nil"), usage: usageCategory }],
    getter: "",
    setter: "",
  };
}

function isGroup(heading: Heading): heading is HeadingDescription {
  return heading.kind !== "category";
}

function describeArguments(
  args: readonly Schema[],
  parameters: readonly string[],
): PropertyDescription[] {
  return args.map((schema, index) =>
    schema.describeArgument(snakeCase(parameters[index] || `arg${index}`)),
  );
}

/** What GDScript gets of an async method. */
function taskDescription(): PropertyDescription {
  return { name: "", type: typeCode("Object"), className: taskClassName() };
}
