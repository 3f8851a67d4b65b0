import type { SpawnOptions } from "../../executor";
import { membersOf } from "./class-members";
import { parameterNames } from "./parameter-names";
import type { Schema, TypesOf } from "./schema";

type Rest<V> = V extends Schema<infer T> ? T[] : [];

/** The parameters of a method that takes these schemas, and any number of `V`. */
export type MethodParameters<A, V = undefined> = A extends readonly Schema[]
  ? [...TypesOf<A>, ...Rest<V>]
  : Rest<V>;

/** The result of a method that gives this schema. */
export type MethodResult<R> = R extends Schema<infer T> ? T | Promise<T> : void | Promise<void>;

/**
 * Shows a method to Godot. The compiler checks it against the schemas, and calls from GDScript are
 * checked when they arrive. Its arguments are called in Godot what its parameters are called here.
 *
 * An async method gives its caller in GDScript an `AsyncTask`: the body starts in the next drain,
 * unless `task` says otherwise.
 *
 * @example
 * @method({ args: [t.int], returns: t.int })
 * double(n: number): number {
 *   return n * 2;
 * }
 *
 * @example
 * // Any number of arguments after the first.
 * @method({ args: [t.string], rest: t.variant })
 * say(format: string, ...values: Variant[]): void {}
 */
export function method<
  const A extends readonly Schema[] | undefined = undefined,
  const R extends Schema | undefined = undefined,
  const V extends Schema | undefined = undefined,
>(
  options: {
    name?: string;
    args?: A;
    rest?: V;
    returns?: R;
    task?: Omit<SpawnOptions, "name">;
  } = {},
) {
  return (
    method: (...args: MethodParameters<A, V>) => MethodResult<R>,
    context: ClassMethodDecoratorContext,
  ): void => {
    if (typeof context.name !== "string" || context.private) {
      throw new TypeError(`@method: ${String(context.name)} is private: Godot can't see it`);
    }
    membersOf(context.metadata).methods.push({
      member: context.name,
      isStatic: context.static,
      parameters: parameterNames(method),
      options,
    });
  };
}
