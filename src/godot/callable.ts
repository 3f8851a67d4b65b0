import { defineHandle } from "./handle-class";
import { type AnyFunction, native } from "./native";

class CallableMembers {
  static from(fn: AnyFunction): Callable {
    return native.callable(fn) as Callable;
  }

  call(...args: readonly unknown[]): unknown {
    return native.variantCall(this, "call", ...args);
  }

  callv(args: unknown): unknown {
    return native.variantCall(this, "callv", args);
  }

  isValid(): boolean {
    return native.variantCall(this, "is_valid") === true;
  }

  toString(): string {
    return native.stringify(this);
  }
}

/** See the class of that name in the types of module "godot". */
export type Callable = CallableMembers;
export const Callable = defineHandle("Callable", CallableMembers);
