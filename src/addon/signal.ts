import { type Constructor, signalOf } from "../godot";
import { membersOf } from "./class-members";
import { snakeCase } from "./snake-case";
import type { Schema } from "./t";

/**
 * Declares a signal of a registered class, with the types of its arguments.
 *
 * @example
 * @signal(t.int) readonly collected!: Signal<[worth: number]>;
 */
export function signal(...args: readonly Schema[]) {
  return (_field: undefined, context: ClassFieldDecoratorContext) => {
    if (typeof context.name !== "string" || context.private || context.static) {
      throw new TypeError(
        `@signal: ${String(context.name)} must be a public field of the instance`,
      );
    }
    const name = context.name;
    membersOf(context.metadata).signals.push({ member: name, args });
    const descriptor = lazySignal(snakeCase(name), name);
    context.addInitializer(function (this: unknown) {
      Object.defineProperty(this, name, descriptor);
    });
  };
}

/** Made when it is first used: an object has more signals than anybody listens to, at 2 µs each. */
function lazySignal(name: string, member: string): PropertyDescriptor {
  return {
    get(this: InstanceType<Constructor>) {
      return signalOf(this, name, member);
    },
    configurable: true,
    enumerable: true,
  };
}
