import type { Constructor, PropertyDescription } from "../../godot";
import type { PropertyMember } from "./class-members";
import { usage, withUsage } from "./schema/property-usage";

/** Whether Godot may write a property: an accessor, or a getter that has a setter beside it. */
export function isWritable(Class: Constructor, { member }: PropertyMember): boolean {
  return Object.getOwnPropertyDescriptor(Class.prototype, member)?.set !== undefined;
}

/** A property as Godot is told of it, under the name that it has there. */
export function describeProperty(
  Class: Constructor,
  property: PropertyMember,
  name: string,
): PropertyDescription {
  const description = property.schema.describe(name);
  const whole = isWritable(Class, property)
    ? description
    : // Nothing that was stored could be put back.
      { ...description, usage: usage.editor | usage.readOnly | otherThanDefault(description) };
  return withUsage(whole, property.usage);
}

function otherThanDefault(description: PropertyDescription): number {
  return (description.usage ?? usage.default) & ~usage.default;
}
