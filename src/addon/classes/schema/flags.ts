// Ints of which each bit means something.
import { enumName, typeCode } from "../../../godot";
import { type EnumMembers, enumEntries, namedValues } from "./choice";
import { hint } from "./property-hint";
import { usage } from "./property-usage";
import { int } from "./scalar";
import { derive, type Schema, withHint } from "./schema";

/**
 * Bits with names: 1, 2, 4 and so on for names alone, else those of an enum or an object.
 *
 * @example
 * @property(t.flags("Fire", "Water")) accessor elements = 0;
 * @property(t.flags({ Fire: 1, Water: 2, Both: 3 })) accessor powers = 3;
 */
export function flags(...names: readonly string[]): Schema<number>;
export function flags(members: Readonly<Record<string, string | number>>): Schema<number>;
export function flags(...given: readonly string[] | readonly [EnumMembers]): Schema<number> {
  const [members] = given;
  const list = typeof members === "object" ? namedValues(enumEntries(members)) : given.join(",");
  return withHint(int, hint.flags, list);
}

/**
 * A bit field of the engine's. GDScript knows its type.
 *
 * @example
 * @property(t.flagsOf(Control.SizeFlags))
 * accessor sizing: Control.SizeFlags = Control.SIZE_EXPAND | Control.SIZE_FILL;
 */
export function flagsOf<const E extends EnumMembers>(members: E): Schema<E[keyof E]> {
  const className = enumName(members);
  if (className === undefined)
    throw new TypeError("t.flagsOf takes an enum of the engine: see t.flags");
  const described = (name: string) => ({
    name,
    type: typeCode("int"),
    className,
    usage: usage.default | usage.classIsBitfield,
  });
  return derive<E[keyof E], number>(int, {
    name: className,
    describe: (name) => ({
      ...described(name),
      hint: hint.flags,
      // No bit stands for none.
      hintString: namedValues(enumEntries(members).filter(([, value]) => value !== 0)),
    }),
    describeArgument: described,
  });
}

function layers(layersHint: number): Schema<number> {
  return withHint(int, layersHint);
}

export const layers2DRender = layers(hint.layers2DRender);
export const layers2DPhysics = layers(hint.layers2DPhysics);
export const layers2DNavigation = layers(hint.layers2DNavigation);
export const layers3DRender = layers(hint.layers3DRender);
export const layers3DPhysics = layers(hint.layers3DPhysics);
export const layers3DNavigation = layers(hint.layers3DNavigation);
export const layersAvoidance = layers(hint.layersAvoidance);
