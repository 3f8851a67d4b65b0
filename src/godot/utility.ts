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
  const call = native.utility(engineName, hash, typeCode(result), args.map(typeCode), isVararg);
  return choosy.has(name) ? refusing(name, call) : call;
}

/**
 * Functions that take values of any type and then refuse some. What a value of those types can never
 * give, null or a text, is the engine's refusal.
 */
const choosy: ReadonlySet<string> = new Set(
  "abs ceil clamp floor lerp max min round sign snapped weakref wrap".split(" "),
);

function refusing(name: string, call: AnyFunction): AnyFunction {
  return (...args) => {
    const result = call(...args);
    if (result !== null && (typeof result !== "string" || comparesTexts.has(name))) return result;
    const why = typeof result === "string" ? result : "it does not take such values";
    throw new TypeError(`${name}: ${why}`);
  };
}

const comparesTexts: ReadonlySet<string> = new Set(["clamp", "max", "min"]);

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
