import { type Constructor, godot } from "../../../godot";

/**
 * A class of module "godot" by its name there, made on its first use: the runtime starts without
 * those that nobody asks for.
 */
export function moduleClass(name: string): Constructor {
  return Reflect.get(godot, name) as Constructor;
}

/** Whether a value is an instance of a class of module "godot". */
export function isInstance(name: string): (value: unknown) => boolean {
  // Most values are of another class: that is seen without making this one.
  return (value) =>
    typeof value === "object" &&
    value !== null &&
    value.constructor?.name === name &&
    value instanceof moduleClass(name);
}
