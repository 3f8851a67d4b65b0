// Module "godot": everything by its name, each made on first use.
import { api, classNumber, isValueType } from "./api";
import { GodotArray } from "./array";
import { Callable } from "./callable";
import { classNamed } from "./class-named";
import { companion } from "./companion";
import { Dictionary } from "./dictionary";
import { engineClass, engineMethod } from "./engine-class";
import { enumObject } from "./enum-object";
import { float } from "./explicit-type";
import { FreedObjectError } from "./freed-object-error";
import { lateSingleton } from "./late-singleton";
import { native } from "./native";
import { Pointer } from "./pointer";
import { RID } from "./rid";
import { Signal } from "./signal";
import { utility } from "./utility";
import { valueClass } from "./value-class";

const known: Record<string, unknown> = {
  Array: GodotArray,
  Callable,
  Dictionary,
  float,
  FreedObjectError,
  Pointer,
  RID,
  Signal,
  classNamed,
  "@singleton": importSingleton,
};

/**
 * The module as bundles see it. A name that it doesn't have is undefined.
 *
 * Hot: what is known is there as a property, at 5 ns, and only what isn't comes by the proxy, which
 * would cost 80 each time.
 */
export const godot: object = Object.setPrototypeOf(
  known,
  new Proxy(Object.prototype, {
    get(inherited, name) {
      if (typeof name !== "string" || name in inherited) return Reflect.get(inherited, name);
      known[name] = make(name);
      return known[name];
    },
  }),
);

const singletons = new Map(api.singletons);
const importers = new Map<string, ((singleton: object) => void)[]>();

function make(name: string): unknown {
  const singletonType = singletons.get(name);
  if (singletonType !== undefined) return singletonOrLate(name, singletonType);
  if (classNumber(name) !== undefined) return engineClass(name);
  if (isValueType(name)) return valueClass(name);
  return companion(name) ?? utility(name) ?? constant(name) ?? enumsOf(name);
}

/** A constant of the global scope, of an enum or of none. */
function constant(name: string): number | undefined {
  return flatConstants()[name];
}

let flat: Readonly<Record<string, number>> | undefined;

function flatConstants(): Readonly<Record<string, number>> {
  if (flat !== undefined) return flat;
  const all = Object.assign({}, api.globalConstants, ...Object.values(api.globalEnums));
  flat = all;
  return all;
}

/** An enum of the global scope, or what holds several: `Variant.Type` is a member of `Variant`. */
function enumsOf(name: string): object | undefined {
  const own = api.globalEnums[name];
  if (own !== undefined) return enumObject(own, name);
  const inside = Object.entries(api.globalEnums).filter(([path]) => path.startsWith(`${name}.`));
  if (inside.length === 0) return undefined;
  return Object.freeze(
    Object.fromEntries(
      inside.map(([path, members]) => [path.slice(name.length + 1), enumObject(members, path)]),
    ),
  );
}

/**
 * A singleton, or what stands for one that the engine makes only later. Whoever imported that one is
 * told what takes its place.
 */
function singletonOrLate(name: string, type: string): object {
  const find = () => singleton(name, type);
  const replace = (found: object) => {
    known[name] = found;
    for (const each of importers.get(name) ?? []) each(found);
    importers.delete(name);
  };
  return find() ?? lateSingleton(name, find, replace);
}

/** What bundles get a singleton by. */
function importSingleton(name: string, replace: (singleton: object) => void): unknown {
  importers.set(name, [...(importers.get(name) ?? []), replace]);
  return Reflect.get(godot, name);
}

/** The one object, with the constants, enums and static methods of its class. */
function singleton(name: string, type: string): object | null {
  const Class = engineClass(type);
  // The engine prints an error for one that is not there, such as EditorInterface in a game.
  if (name !== "Engine") {
    const engine = native.singleton("Engine", engineClass("Engine"));
    if (!engineMethod("Engine", "has_singleton").call(engine, name)) return null;
  }
  // Members of the prototype: properties of its own would make the object slow.
  for (let each = Class; each.prototype !== undefined; each = Object.getPrototypeOf(each)) {
    for (const key of Object.getOwnPropertyNames(each)) {
      if (["prototype", "length", "name"].includes(key) || key in Class.prototype) continue;
      const descriptor = Object.getOwnPropertyDescriptor(each, key);
      if (descriptor !== undefined) Object.defineProperty(Class.prototype, key, descriptor);
    }
  }
  return native.singleton(name, Class);
}
