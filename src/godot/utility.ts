import { api } from "./api";
import { engineClass } from "./engine-class";
import { type AnyFunction, native } from "./native";
import { typeCode } from "./type-code";

/** A function of the engine's global scope by our name; undefined for another name. */
export function utility(name: string): AnyFunction | undefined {
  const own = ownUtilities[name];
  if (own !== undefined) return own;
  const row = api.utilities[name];
  if (row === undefined) return undefined;
  const [engineName, hash, result, args, isVararg] = row;
  return native.utility(engineName, hash, typeCode(result), args.map(typeCode), isVararg);
}

/** Those that are about JavaScript's side of an object. */
const ownUtilities: Readonly<Record<string, AnyFunction>> = {
  isInstanceValid: (object: unknown) => native.isAlive(object),
  instanceFromId: (id: number | bigint) => {
    engineClass("Object");
    return native.objectFromId(id);
  },
};
