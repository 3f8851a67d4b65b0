import type { ApiClass } from "./api";

/** The tree of the engine's classes, in the order that makes "is it a…" a comparison of numbers. */
export interface Inheritance {
  /** Every class before its descendants, `Object` first. A class's id is its place in this list. */
  readonly order: readonly ApiClass[];
  /** For each class of `order`, the place of its last descendant, or its own. */
  readonly last: readonly number[];
}

/**
 * Walks the tree from its root. A class `b` is an `a` when `id(a) <= id(b) && id(b) <= last[id(a)]`.
 * Throws when a class is out of the root's reach.
 */
export function inheritanceOf(classes: readonly ApiClass[]): Inheritance {
  const children = new Map<string, ApiClass[]>();
  for (const each of classes) {
    const base = each.inherits ?? "";
    children.set(base, [...(children.get(base) ?? []), each]);
  }
  const order: ApiClass[] = [];
  const last: number[] = [];

  const visit = (name: string) => {
    for (const child of children.get(name) ?? []) {
      const id = order.push(child) - 1;
      last.push(id);
      visit(child.name);
      last[id] = order.length - 1;
    }
  };
  visit("");

  if (order.length !== classes.length) {
    const reached = new Set(order);
    const lost = classes.filter((each) => !reached.has(each)).map((each) => each.name);
    throw new Error(`These classes inherit from none that the dump knows: ${lost.join(", ")}`);
  }
  return { order, last };
}
