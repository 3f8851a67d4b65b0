import type { AnyFunction } from "./native";

/**
 * Methods of the engine's Object that this layer calls itself. They are there as soon as classes are
 * (hooks.ts), and are not looked up by name on an object, whose class may have another of that name.
 */
export const objectMethods = {
  connect: missing as AnyFunction,
  disconnect: missing as AnyFunction,
  isConnected: missing as AnyFunction,
};

function missing(): never {
  throw new Error("the engine's classes are not defined yet");
}
