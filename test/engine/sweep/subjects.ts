import { type Object as GodotObject, isInstanceValid, RefCounted } from "godot";
import type { EngineClass } from "./engine-api";
import type { Subject } from "./sweep";

/** Objects of a class, each made when the one before was freed by a call. */
export function madeOf(Class: EngineClass): Subject {
  let object: GodotObject | undefined;
  return {
    get() {
      if (object === undefined || !isInstanceValid(object)) object = make(Class);
      return object;
    },
    end() {
      if (object !== undefined && isInstanceValid(object) && !(object instanceof RefCounted)) {
        object.free();
      }
    },
  };
}

function make(Class: EngineClass): GodotObject | undefined {
  try {
    return new Class();
  } catch {
    return undefined;
  }
}

/** A singleton, whose properties are put back. */
export function singletonOf(object: GodotObject): Subject {
  const before = propertiesOf(object);
  return {
    get: () => object,
    end() {
      for (const [name, value] of before) Reflect.set(object, name, value);
    },
  };
}

function propertiesOf(object: GodotObject): readonly (readonly [string, unknown])[] {
  const prototype = Object.getPrototypeOf(object);
  return Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(
    ([name, { get, set }]) => {
      if (get === undefined || set === undefined) return [];
      const value: unknown = Reflect.get(object, name);
      return typeof value === "function" ? [] : [[name, value] as const];
    },
  );
}
