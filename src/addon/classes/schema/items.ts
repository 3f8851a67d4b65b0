// What the items of a typed Array, a typed Dictionary or a packed array are.
import { variantType, variantTypeName } from "../../../godot";
import type { Schema } from "./schema";

/** An item's type as a typed container knows it: a Variant type, and a class for objects. */
export interface ItemKind {
  readonly type: number;
  readonly className: string;
}

export function itemKind(item: Schema): ItemKind {
  if (typeof item.itemType === "number") return { type: item.itemType, className: "" };
  return { type: variantType("Object"), className: item.describe("").className ?? "" };
}

/** The hint by which the inspector edits an item: `3/1:0.0,1.0` for floats in a range. */
export function itemHint(item: Schema): string {
  const { hint = 0, hintString = "" } = item.describe("");
  const { type } = itemKind(item);
  return `${hint === 0 ? type : `${type}/${hint}`}:${hintString}`;
}

/** The type as GDScript spells it: `int`, `Label`, `Variant`. */
export function itemTypeName({ type, className }: ItemKind): string {
  if (className !== "") return className;
  return type === variantType("Nil") ? "Variant" : variantTypeName(type);
}

/** The items, each converted where it has to be; undefined when one does not fit. */
export function fitItems(item: Schema, values: readonly unknown[]): unknown[] | undefined {
  const fitting: unknown[] = [];
  for (const value of values) {
    const converted = item.accepts(value) ? value : item.convert(value);
    if (!item.accepts(converted)) return undefined;
    fitting.push(converted);
  }
  return fitting;
}
