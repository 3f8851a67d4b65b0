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
    return function (this: unknown) {
      return signalOf(this as InstanceType<Constructor>, snakeCase(name), name) as never;
    };
  };
}
