import type { Signal, Variant } from "godot";
import { type Constructor, signalOf } from "../godot";
import { membersOf } from "./class-members";
import type { Schema, TypesOf } from "./schema";
import { snakeCase } from "./snake-case";

/** A field that is a signal with exactly these arguments; of another, what the compiler then says. */
type Declared<S, A extends unknown[]> =
  S extends Signal<infer B>
    ? [A] extends [B]
      ? [B] extends [A]
        ? unknown
        : { "the arguments of the signal must be": A }
      : { "the arguments of the signal must be": A }
    : { "the field must be a Signal of": A };

/**
 * Declares a signal of a registered class, with the types of its arguments, which the compiler
 * compares with those of the field.
 *
 * @example
 * @signal(t.int) readonly collected!: Signal<[worth: number]>;
 */
export function signal<const A extends readonly Schema<Variant | undefined>[]>(...args: A) {
  return <S>(
    _field: undefined,
    context: ClassFieldDecoratorContext<unknown, S> & Declared<S, [...TypesOf<A>]>,
  ) => {
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
