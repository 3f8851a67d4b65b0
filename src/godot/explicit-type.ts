// JavaScript has one kind of string and one of number where the engine has several. These say which
// one is meant; what comes back from the engine is a string or a number again.
import { builtinOperator } from "./builtin-members";
import { defineOpaqueHandle } from "./handle-class";
import type { AnyFunction } from "./native";

type TextClass = new (text: string) => object;

/** See the classes of these names in the types of module "godot". */
export const StringName = defineOpaqueHandle("StringName", class {}) as TextClass;
export const NodePath = defineOpaqueHandle("NodePath", class {}) as TextClass;

let positive: AnyFunction | undefined;

class FloatMembers {
  /** By the engine's `+x`, whose result is a number. */
  valueOf(): number {
    positive ??= builtinOperator("OP_POSITIVE", "float", "void", "float");
    return positive(this);
  }
}

const Float = defineOpaqueHandle("float", FloatMembers) as unknown as new (
  value: number | bigint,
) => FloatMembers;

/** See the function of that name in the types of module "godot". */
export function float(value: number | bigint): FloatMembers {
  return new Float(value);
}
