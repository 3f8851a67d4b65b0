// Classes by their names, for those that module "godot" does not export.
import { classNumber } from "./api";
import { engineClass } from "./engine-class";
import { classExists, foreignClass } from "./foreign-class";
import { type ClassDescription, type Constructor, native } from "./native";

const ours = new Map<string, Constructor>();

/** Makes a class written in TypeScript one of the engine's. */
export function registerClass(description: ClassDescription): void {
  native.registerClass(description);
  ours.set(description.name, description.constructor);
}

/** See the function of that name in the types of module "godot". */
export function classNamed(name: string): Constructor {
  return find(name) ?? lateClass(name);
}

function find(name: string): Constructor | undefined {
  if (classNumber(name) !== undefined) return engineClass(name);
  return ours.get(name) ?? (classExists(name) ? foreignClass(name) : undefined);
}

/**
 * Stands for a class that is not there yet: an extension that is loaded later than the addon brings
 * it. Found on its first use.
 */
function lateClass(name: string): Constructor {
  const found = (): Constructor => {
    const Class = find(name);
    if (Class !== undefined) return Class;
    throw new Error(`the engine has no class ${name}: not yet, or not in this game`);
  };
  // A class would have a prototype of its own, which a proxy cannot hide.
  function target() {}
  return new Proxy(target as unknown as Constructor, {
    construct: (_, args) => Reflect.construct(found() as new (...args: unknown[]) => object, args),
    get: (_, key) =>
      key === Symbol.hasInstance
        ? (value: unknown) => value instanceof found()
        : Reflect.get(found(), key),
    has: (_, key) => Reflect.has(found(), key),
    getPrototypeOf: () => found(),
  });
}
