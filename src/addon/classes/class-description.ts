import { ClassDB } from "godot";
import {
  type ClassDescription,
  type Constructor,
  hasPointers,
  invoker,
  isVariantTypeName,
  lineage,
  typeCode,
  unimplemented,
  withPointers,
} from "../../godot";
import { asyncVirtual } from "./async-virtual";
import type { ClassMembers } from "./class-members";
import { isAsync } from "./is-async";
import {
  describeConstants,
  describeMethod,
  describeProperties,
  describeScriptVirtual,
  describeSignal,
} from "./member-descriptions";
import { isIdentifier, MemberNames } from "./member-names";
import { objectVirtualsOf } from "./object-virtuals";
import {
  isRefused,
  isRegisteredName,
  type Registration,
  registrationOf,
} from "./registered-classes";
import { remoteName } from "./rpc";
import { keepOverridable } from "./virtual";

export interface RegisterOptions {
  /** What Godot calls it. By default the class's name. */
  readonly name?: string | undefined;
  /** An icon for the editor, such as `res://coin.svg`. */
  readonly icon?: string | undefined;
  /**
   * There to be extended, by scripts too: the Create Node dialog does not offer it, and `new` throws.
   * Godot does not stop a script that says `new()`.
   */
  readonly abstract?: boolean | undefined;
  /** Whether instances run in the editor too, as those of a `@tool` script do. By default not. */
  readonly tool?: boolean | undefined;
  /** Kept out of ClassDB's list and the Create Node dialog, and out of GDScript. */
  readonly internal?: boolean | undefined;
}

/**
 * Describes a class to Godot: what its decorators said, and which of the engine's virtual methods it
 * or an ancestor implements.
 *
 * @throws TypeError when its base is neither of the engine nor registered, and when a name is taken.
 */
export function describeClass(
  Class: Constructor,
  members: ClassMembers,
  options: RegisterOptions,
): { readonly description: ClassDescription; readonly registration: Registration } {
  const name = options.name ?? Class.name;
  checkName(name);
  const { base, engineBase } = baseOf(Class, name);
  const remotes = remotesOf(members, name, engineBase);
  keepOverridable(Class.prototype, Object.getPrototypeOf(Class.prototype));

  const names = new MemberNames(Class, name, engineBase);
  const constants = describeConstants(Class, name, names, members);
  const methods = members.methods.map((each) => describeMethod(Class, name, names, each));
  const scriptVirtuals = members.virtuals.map((each) => describeScriptVirtual(names, each));
  const signals = members.signals.map((each) => describeSignal(names, each));
  const { properties, accessors } = describeProperties(Class, name, names, members);

  const description: ClassDescription = {
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
    objectVirtuals: objectVirtualsOf(Class, name),
    scriptVirtuals,
    constants,
    signals,
    methods: [...methods, ...accessors],
    properties,
  };
  return { description, registration: { name, engineBase, members: names.members, remotes } };
}

function checkName(name: string): void {
  if (!isIdentifier(name)) {
    throw new TypeError(`@register: ${JSON.stringify(name)} must be an identifier`);
  }
  if (isRegisteredName(name)) {
    throw new TypeError(`@register: ${name} is the name of another class of TypeScript's`);
  }
  if (isVariantTypeName(name) || ClassDB.classExists(name)) {
    throw new TypeError(`@register: ${name} is the name of a class of the engine`);
  }
}

function remotesOf(
  members: ClassMembers,
  className: string,
  engineBase: string,
): ReadonlyMap<string, string> {
  for (const member of members.remotes) {
    if (!members.methods.some((each) => each.member === member)) {
      throw new TypeError(
        `@register: ${className}.${member} has @rpc, which needs @method as well`,
      );
    }
    if (![...lineage(engineBase)].some(([each]) => each === "Node")) {
      throw new TypeError(`@register: ${className}.${member} has @rpc, but only nodes have a peer`);
    }
  }
  return new Map(members.remotes.map((member) => [member, remoteName(members, member)]));
}

function baseOf(Class: Constructor, name: string): { base: string; engineBase: string } {
  const Parent: Constructor | null = Object.getPrototypeOf(Class);
  const registration = Parent === null ? undefined : registrationOf(Parent);
  if (registration !== undefined) {
    return { base: registration.name, engineBase: registration.engineBase };
  }
  const parentName = Parent?.name ?? "";
  if (Parent !== null && isRefused(Parent)) {
    throw new TypeError(
      `@register: ${name} extends ${parentName}, which could not be registered itself`,
    );
  }
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
    .map(([member, [name, , result, args]]) => {
      const invoke =
        isAsync(prototype[member]) && result === "void"
          ? asyncVirtual(className, member)
          : invoker(className, member, args.length);
      return {
        name,
        member,
        invoke: hasPointers(result, args)
          ? withPointers(invoke, `${className}.${member}`, args)
          : invoke,
        arguments: args.map(typeCode),
        result: typeCode(result),
      };
    });
}
