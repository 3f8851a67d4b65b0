// The classes of the engine, each made on first use: a Class whose prototype gets its members
// from the table, bound to the engine's functions one by one as they are used.
import { api, classNumber, classTable, lineage } from "./api";
import {
  type ClassTable,
  genericAccessor,
  type MethodRow,
  methodFlags,
  type PropertyRow,
} from "./api-table";
import { directMethod } from "./direct-method";
import { enumMaker } from "./enum-object";
import { defineLazy, makeFast } from "./lazy-property";
import { type AnyFunction, type Constructor, native } from "./native";
import { signalOf } from "./signal";
import { improveMembers } from "./special-members";
import { typeCode } from "./type-code";

const constructors = new Map<string, Constructor>();

/** The Class of a class of the engine. Throws for a name that is none. */
export function engineClass(name: string): Constructor {
  return constructors.get(name) ?? define(name);
}

function define(name: string): Constructor {
  const table = classTable(name);
  const parent = table.base === "" ? undefined : engineClass(table.base);
  const number = classNumber(name) ?? 0;
  const Class = native.defineClass(
    name,
    parent,
    number,
    api.last[number] ?? number,
    table.refCounted,
    table.instantiable,
  );
  constructors.set(name, Class);
  if (parent !== undefined) Object.setPrototypeOf(Class, parent);
  defineStatics(Class, table);
  defineMethods(Class, name, table);
  defineProperties(Class.prototype, name, table);
  defineSignals(Class.prototype, table.signals);
  improveMembers(name, Class.prototype);
  return Class;
}

export function defineStatics(
  Class: Constructor,
  table: Pick<ClassTable, "constants" | "enums">,
): void {
  const constants = { ...table.constants };
  for (const [name, members] of Object.entries(table.enums)) {
    Object.assign(constants, members);
    defineLazy(Class, name, enumMaker(members, `${Class.name}.${name}`));
  }
  for (const [name, value] of Object.entries(constants)) {
    Object.defineProperty(Class, name, { value });
  }
}

function defineMethods(Class: Constructor, owner: string, table: ClassTable): void {
  for (const [name, row] of Object.entries(table.methods)) {
    if ((row[2] & methodFlags.hidden) !== 0) continue;
    const isStatic = (row[2] & methodFlags.static) !== 0;
    defineLazy(isStatic ? Class : Class.prototype, name, () => bind(owner, row));
  }
  // So that `super._ready()` may be called in any class.
  for (const name of Object.keys(table.virtuals)) {
    Object.defineProperty(Class.prototype, name, {
      value: unimplemented,
      configurable: true,
      writable: true,
    });
  }
}

/** What the engine's own classes have for a virtual method. */
export function unimplemented(): void {}

function defineProperties(prototype: object, owner: string, table: ClassTable): void {
  for (const [name, row] of Object.entries(table.properties)) {
    const [, , setter, getter] = row;
    // Bound on the first use of either accessor.
    const settle = () => {
      const accessors = {
        get: accessor(owner, getter, "get", name, row),
        set: accessor(owner, setter, "set", name, row),
      };
      Object.defineProperty(prototype, name, { ...accessors, configurable: true });
      makeFast(prototype);
      return accessors;
    };
    Object.defineProperty(prototype, name, {
      configurable: true,
      get() {
        return settle().get?.call(this);
      },
      set:
        setter === ""
          ? undefined
          : function (this: object, value: unknown) {
              settle().set?.call(this, value);
            },
    });
  }
}

function accessor(
  owner: string,
  method: string,
  kind: "get" | "set",
  name: string,
  [engineName, , , , index]: PropertyRow,
): AnyFunction | undefined {
  if (method === "") return undefined;
  const property = `${owner}.${name}`;
  if (method === genericAccessor) {
    const generic = engineMethod("Object", kind, property);
    return function (this: object, value?: unknown) {
      return kind === "get"
        ? generic.call(this, engineName)
        : generic.call(this, engineName, value);
    };
  }
  const direct = engineMethod(owner, method, property);
  if (index < 0) return direct;
  return function (this: object, value?: unknown) {
    return kind === "get" ? direct.call(this, index) : direct.call(this, index, value);
  };
}

const bound = new Map<string, AnyFunction>();

/**
 * A method by the engine's name for it, of a class or the nearest of its ancestors. The property that
 * it is an accessor of, if any, is what its errors name.
 */
export function engineMethod(owner: string, name: string, property?: string): AnyFunction {
  for (const [each, table] of lineage(owner)) {
    const row = Object.values(table.methods).find((candidate) => candidate[0] === name);
    if (row !== undefined) return bind(each, row, property);
  }
  throw new Error(`${owner} has no method ${name}`);
}

function bind(owner: string, row: MethodRow, property = ""): AnyFunction {
  const [name, hash, , result, args, required] = row;
  const key = `${owner}.${name}=${property}`;
  const known = bound.get(key);
  if (known !== undefined) return known;
  const make = (flags: number) =>
    native.method(
      owner,
      name,
      hash,
      flags,
      typeCode(result),
      args.map(typeCode),
      required,
      engineClass(owner),
      property,
    );
  const label = (property === "" ? `${owner}_${name}` : `${property}_${name}`).replace(".", "_");
  const made = directMethod(label, row, make);
  bound.set(key, made);
  return made;
}

export function defineSignals(prototype: object, signals: ClassTable["signals"]): void {
  for (const [name, [engineName]] of Object.entries(signals)) {
    Object.defineProperty(prototype, name, {
      configurable: true,
      get() {
        return signalOf(this, engineName, name);
      },
    });
  }
}
