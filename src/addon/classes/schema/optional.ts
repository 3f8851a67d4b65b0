import { derive, type Schema } from "./schema";

/**
 * An argument that may be left out, after all that may not. The method then gets `initial`, or
 * undefined without one. So it does where GDScript gives null, unless null is a value of the schema.
 *
 * @example
 * @method({ args: [t.int, t.optional(t.string, "gold")] })
 * pay(amount: number, currency: string): void {}
 */
export function optional<T>(schema: Schema<T>): Schema<T | undefined>;
export function optional<T>(schema: Schema<T>, initial: T): Schema<T>;
export function optional<T>(schema: Schema<T>, initial?: T): Schema<T | undefined> {
  return derive<T | undefined, T>(schema, {
    get name() {
      return `${schema.name} or nothing`;
    },
    isOptional: true,
    initial,
    accepts: (value) => schema.accepts(value) || (value === undefined && initial === undefined),
    convert: (value) => (value === null || value === undefined ? initial : schema.convert(value)),
  });
}
