import { defineHandle } from "./handle-class";
import { type AnyFunction, native } from "./native";

/** See the class of that name in the types of module "godot". */
export const Callable = Object.assign(defineHandle("Callable", class {}), {
  from(fn: AnyFunction): object {
    if (typeof fn === "function") return native.callable(fn);
    throw new TypeError(`Callable.from takes a function, not ${String(fn)}`);
  },
});
