import { membersOf, visibleName } from "./class-members";
import { snakeCase } from "./snake-case";
import type { Schema } from "./t";

export interface PropertyOptions {
  /** What Godot calls it. By default the member's name in snake_case. */
  readonly name?: string;
}

/**
 * Shows a property to Godot: a getter is read there only, an accessor is written too.
 *
 * @example
 * @property(t.int) accessor worth = 10;
 */
export function property<T>(schema: Schema<T>, options: PropertyOptions = {}) {
  return (
    _target: unknown,
    context: ClassGetterDecoratorContext<unknown, T> | ClassAccessorDecoratorContext<unknown, T>,
  ): void => {
    const member = visibleName("property", context, "a public member of the instance");
    membersOf(context.metadata).properties.push({
      member,
      name: options.name ?? snakeCase(member),
      isWritable: context.kind === "accessor",
      schema,
    });
  };
}
