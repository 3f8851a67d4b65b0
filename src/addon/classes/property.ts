import { membersOf, visibleName } from "./class-members";
import type { Schema, UsageOptions } from "./schema";
import { snakeCase } from "./snake-case";

export interface PropertyOptions extends UsageOptions {
  /** What Godot calls it. By default the member's name in snake_case. */
  readonly name?: string | undefined;
}

/** Of an accessor, which is read and written; or of a getter, which is read and may be written. */
interface PropertyDecorator<T> {
  (getter: () => T, context: ClassGetterDecoratorContext<unknown, T>): void;
  // Last, since it is the last of which the compiler tells what is wrong.
  <V>(
    target: ClassAccessorDecoratorTarget<unknown, V>,
    context: ClassAccessorDecoratorContext<unknown, V> & Exactly<V, T>,
    // biome-ignore lint/suspicious/noConfusingVoidType: what a decorator returns that changes nothing
  ): ClassAccessorDecoratorResult<unknown, V> | void;
}

/** For an accessor of another type, what the compiler then says: Godot reads it, and writes it too. */
type Exactly<V, T> = [AnyBuffer<V>] extends [AnyBuffer<T>]
  ? [AnyBuffer<T>] extends [AnyBuffer<V>]
    ? unknown
    : { "the accessor must be of type": T }
  : { "the accessor must be of type": T };

/** `new Uint8Array()` has a type that says more of its buffer than a packed array's does. */
type AnyBuffer<T> = T extends Uint8Array
  ? Uint8Array
  : T extends Int32Array
    ? Int32Array
    : T extends BigInt64Array
      ? BigInt64Array
      : T extends Float32Array
        ? Float32Array
        : T extends Float64Array
          ? Float64Array
          : T;

/**
 * Shows a property to Godot: in the inspector, in scenes, to scripts.
 *
 * Before an `accessor`, or before a getter: Godot calls the setter of the same name where there is
 * one, and otherwise only reads. A value of another type is refused with an error, and the property
 * stays as it was.
 *
 * The inspector's arrow back to the default, and what a scene leaves out since it is the default,
 * come of an instance that Godot makes for it: what a new instance has, is the default.
 *
 * @example
 * @property(t.range(1, 100)) accessor worth = 10;
 *
 * @property(t.float, { storage: false })
 * get degrees() {
 *   return this.angle * 57.3;
 * }
 * set degrees(value) {
 *   this.angle = value / 57.3;
 * }
 */
export function property<T>(
  schema: Schema<T>,
  options: PropertyOptions = {},
): PropertyDecorator<T> {
  return ((
    target: ClassAccessorDecoratorTarget<unknown, T> | (() => T),
    context: ClassGetterDecoratorContext<unknown, T> | ClassAccessorDecoratorContext<unknown, T>,
  ) => {
    const member = visibleName("property", context, "a public member of the instance");
    const { name = snakeCase(member), ...usage } = options;
    membersOf(context.metadata).properties.push({ member, name, schema, usage });
    return typeof target === "object" && schema.convertsOwn ? converted(target, schema) : undefined;
  }) as PropertyDecorator<T>;
}

/** An accessor that holds what Godot may see, whatever TypeScript sets. */
function converted<T>(
  target: ClassAccessorDecoratorTarget<unknown, T>,
  schema: Schema<T>,
): ClassAccessorDecoratorResult<unknown, T> {
  const convert = (value: T) => (schema.accepts(value) ? value : (schema.convert(value) as T));
  return {
    init: convert,
    set(value) {
      target.set.call(this, convert(value));
    },
  };
}
