import { membersOf } from "./class-members";
import type { Schema } from "./t";

/**
 * Shows a property to Godot: a getter is read there only, an accessor is written too.
 *
 * @example
 * @property(t.int) accessor worth = 10;
 */
export function property<T>(schema: Schema<T>) {
  return (
    _target: unknown,
    context: ClassGetterDecoratorContext<unknown, T> | ClassAccessorDecoratorContext<unknown, T>,
  ): void => {
    if (typeof context.name !== "string" || context.private || context.static) {
      throw new TypeError(
        `@property: ${String(context.name)} must be a public member of the instance`,
      );
    }
    membersOf(context.metadata).properties.push({
      member: context.name,
      isWritable: context.kind === "accessor",
      schema,
    });
  };
}
