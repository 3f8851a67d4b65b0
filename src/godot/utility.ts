import { api } from "./api";
import { engineClass, engineMethod } from "./engine-class";
import { type AnyFunction, native } from "./native";
import { typeCode } from "./type-code";

/** A function of the engine's global scope by our name; undefined for another name. */
export function utility(name: string): AnyFunction | undefined {
  return (
    ownUtilities[name] ?? (Object.hasOwn(api.utilities, name) ? engineUtility(name) : undefined)
  );
}

function engineUtility(name: string): AnyFunction {
  const row = api.utilities[name];
  if (row === undefined) throw new Error(`the engine has no function ${name}`);
  const [engineName, hash, result, args, isVararg] = row;
  return native.utility(engineName, hash, typeCode(result), args.map(typeCode), isVararg);
}

/** Those that are about JavaScript's side of a value. */
const ownUtilities: Readonly<Record<string, AnyFunction>> = {
  // The engine's refuses an int beside a float, which are both numbers here.
  lerp: (from: unknown, to: unknown, weight: number) =>
    typeof from === "number" && typeof to === "number"
      ? from + (to - from) * weight
      : lerpValues()(from, to, weight),
  // GDScript has it, not the engine.
  load: (path: string) => {
    const loader = native.singleton("ResourceLoader", engineClass("ResourceLoader"));
    const resource = engineMethod("ResourceLoader", "load").call(loader, path);
    if (resource !== null) return resource;
    throw new Error(`load(${JSON.stringify(path)}): there is no such resource, or it is broken`);
  },
  isInstanceValid: (object: unknown) => native.isAlive(object),
  instanceFromId: (id: number | bigint) => {
    engineClass("Object");
    return native.objectFromId(id);
  },
};

let lerpOfEngine: AnyFunction | undefined;

function lerpValues(): AnyFunction {
  lerpOfEngine ??= engineUtility("lerp");
  return lerpOfEngine;
}
