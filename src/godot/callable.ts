import { defineHandle } from "./handle-class";
import { type AnyFunction, native } from "./native";

/** See the class of that name in the types of module "godot". */
export const Callable = Object.assign(defineHandle("Callable", class {}), {
  from: (fn: AnyFunction): object => native.callable(fn),
});
