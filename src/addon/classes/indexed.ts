import { membersOf, visibleName } from "./class-members";

export interface IndexedOptions {
  /** The properties in Godot, by their names in TypeScript, and the index of each. */
  readonly properties: Readonly<Record<string, number>>;
  /** The method that writes them. By default they can only be read. */
  readonly set?: string;
}

/**
 * Shows several properties to Godot that are read by this one method, and written by another. The
 * index of the property is the first argument of both. Both need `@method` as well.
 *
 * When to use: for many properties of a kind, such as the four margins of a box.
 *
 * @example
 * @indexed({ properties: { marginTop: 0, marginLeft: 1 }, set: "setMargin" })
 * @method({ args: [t.int], returns: t.float })
 * getMargin(side: number): number {
 *   return this.#margins[side] ?? 0;
 * }
 */
export function indexed({ properties, set }: IndexedOptions) {
  return (_method: (index: number) => unknown, context: ClassMethodDecoratorContext): void => {
    const getter = visibleName("indexed", context, "a public method of the instance");
    membersOf(context.metadata).indexed.push({ getter, setter: set, properties });
  };
}
