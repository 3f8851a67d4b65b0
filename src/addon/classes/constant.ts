import { membersOf, visibleName } from "./class-members";

/**
 * Shows a static integer to Godot as a constant of the class.
 *
 * @example
 * @constant static readonly MAX_WORTH = 100; // GDScript: Coin.MAX_WORTH
 */
export function constant(_field: undefined, context: ClassFieldDecoratorContext<unknown, number>) {
  const name = visibleName("constant", context, "a public static field", context.static);
  membersOf(context.metadata).constants.push(name);
}
