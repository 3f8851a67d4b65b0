import { membersOf } from "./class-members";
import type { Schema, TypesOf } from "./schema";

type Arguments<A> = A extends readonly Schema[] ? TypesOf<A> : [];
type Result<R> = R extends Schema<infer T> ? T | Promise<T> : void | Promise<void>;

/**
 * Shows a method to Godot. The compiler checks it against the schemas, and calls from GDScript are
 * checked when they arrive.
 *
 * An async method gives its caller in GDScript an `AsyncTask`: the body starts in the next drain.
 *
 * @example
 * @method({ args: [t.int], returns: t.int })
 * double(n: number): number {
 *   return n * 2;
 * }
 */
export function method<
  const A extends readonly Schema[] | undefined = undefined,
  const R extends Schema | undefined = undefined,
>(options: { name?: string; args?: A; returns?: R } = {}) {
  return (
    _method: (...args: Arguments<A>) => Result<R>,
    context: ClassMethodDecoratorContext,
  ): void => {
    if (typeof context.name !== "string" || context.private) {
      throw new TypeError(`@method: ${String(context.name)} is private: Godot can't see it`);
    }
    membersOf(context.metadata).methods.push({
      member: context.name,
      isStatic: context.static,
      options,
    });
  };
}
