import { membersOf, visibleName } from "./class-members";

/** Names and their values, or an `enum` of TypeScript's. */
type Enum = Readonly<Record<string, number | string>>;

/**
 * Shows a static object of integers, or an `enum`, to Godot as an enum of the class. Its values are
 * constants of the class too.
 *
 * @example
 * @enumeration static readonly Kind = { COPPER: 0, GOLD: 1 } as const; // GDScript: Coin.Kind.GOLD
 */
export function enumeration(_field: undefined, context: ClassFieldDecoratorContext<unknown, Enum>) {
  add("enumeration", context, false);
}

/**
 * Shows a static object of integers to Godot as an enum whose values are combined with `|`.
 *
 * @example
 * @bitfield static readonly Side = { TOP: 1, BOTTOM: 2 } as const;
 */
export function bitfield(_field: undefined, context: ClassFieldDecoratorContext<unknown, Enum>) {
  add("bitfield", context, true);
}

function add(decorator: string, context: ClassFieldDecoratorContext, isBitfield: boolean): void {
  const member = visibleName(decorator, context, "a public static field", context.static);
  membersOf(context.metadata).enums.push({ member, isBitfield });
}
