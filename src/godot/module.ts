// Module "godot": everything by its name, each made on first use.
import { api } from "./api";
import { GodotArray } from "./array";
import { Callable } from "./callable";
import { Dictionary } from "./dictionary";
import { engineClass, engineMethod } from "./engine-class";
import { FreedObjectError } from "./freed-object-error";
import { defineLazy } from "./lazy-property";
import { native } from "./native";
import { RID } from "./rid";
import { Signal } from "./signal";
import { utility } from "./utility";
import { valueClass } from "./value-class";

export const godot: Record<string, unknown> = {};

function serve(name: string, make: () => unknown): void {
  defineLazy(godot, name, make);
}

for (const name of api.order) serve(name, () => engineClass(name));
for (const [name, type] of api.singletons) serve(name, () => singleton(name, type));
for (const name of Object.keys(api.utilities)) serve(name, () => utility(name));
for (const name of Object.keys(api.values)) serve(name, () => valueClass(name));
for (const [name, value] of Object.entries(api.globalConstants)) serve(name, () => value);
for (const [path, members] of Object.entries(api.globalEnums)) {
  const [name = path, member] = path.split(".");
  const frozen = Object.freeze({ ...members });
  if (member === undefined) {
    serve(name, () => frozen);
    for (const [constant, value] of Object.entries(members)) serve(constant, () => value);
  } else {
    serve(name, () => Object.freeze({ ...enumsWithin(name) }));
  }
}
const handles = { Array: GodotArray, Callable, Dictionary, RID, Signal, FreedObjectError };
for (const [name, value] of Object.entries(handles)) serve(name, () => value);

function enumsWithin(name: string): Record<string, unknown> {
  const prefix = `${name}.`;
  return Object.fromEntries(
    Object.entries(api.globalEnums)
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, members]) => [path.slice(prefix.length), Object.freeze({ ...members })]),
  );
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
