import { type Heading, membersOf } from "./class-members";

/**
 * Begins a group of the inspector at the property: it and those after it are in it, until the next
 * one. An empty name ends the group.
 *
 * @param prefix of Godot's names, which the inspector leaves out: what does not begin with it is
 * outside of the group.
 *
 * @example
 * @group("Movement", "move_")
 * @property(t.float) accessor moveSpeed = 3;
 */
export function group(name: string, prefix = "") {
  return heading({ kind: "group", name, prefix });
}

/**
 * Begins a group within a group: see {@link group}.
 *
 * @example
 * @subgroup("In Water")
 * @property(t.float) accessor swimSpeed = 1;
 */
export function subgroup(name: string, prefix = "") {
  return heading({ kind: "subgroup", name, prefix });
}

/**
 * Begins a category of the inspector at the property, as each class has one.
 *
 * @example
 * @category("Economy")
 * @property(t.int) accessor price = 10;
 */
export function category(name: string) {
  return heading({ kind: "category", name, prefix: "" });
}

function heading(heading: Heading) {
  return (
    _target: unknown,
    context: ClassGetterDecoratorContext | ClassAccessorDecoratorContext,
  ): void => {
    const { headings } = membersOf(context.metadata);
    const member = String(context.name);
    // Decorators of a member run from the last to the first.
    headings.set(member, [heading, ...(headings.get(member) ?? [])]);
  };
}
