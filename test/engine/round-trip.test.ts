import fc from "fast-check";
import {
  Dictionary,
  Array as GodotArray,
  Node,
  type RefCounted,
  TYPE_MAX,
  typeString,
  Variant,
  type VariantInput,
} from "godot";
import { gdscript } from "./support/gdscript";
import { plain, samples } from "./support/variant-samples";

// Several values a crossing, and many more inside those.
const perCrossing = 20;
const crossings = 500;

let other: RefCounted;
let node: Node;
beforeAll(() => {
  other = gdscript("round_trip").new() as RefCounted;
  node = new Node();
  node.addChild(new Node());
  node.addChild(new Node());
});
afterAll(() => node.free());

/** The names of the engine's types, Nil to PackedVector4Array. */
const allTypes = Object.values(Variant.Type)
  .filter((type): type is Variant.Type => typeof type === "number" && type < TYPE_MAX)
  .map((type) => typeString(type));

const shapesOf = (values: readonly VariantInput[] | GodotArray) => [
  ...(other.call("shapes_of", values) as readonly string[]),
];
const typesIn = (shapes: readonly string[]) => shapes.flatMap((shape) => shape.match(/\w+/g) ?? []);

test("10,000 values of all types, nested to depth 5, arrive as what they are and come back", () => {
  const seen = new Set<string>();
  const lists = fc.array(samples(node), { minLength: perCrossing, maxLength: perCrossing });
  fc.assert(
    fc.property(lists, (list) => {
      const values = list.map(({ value }) => value);
      const shapes = shapesOf(values);
      expect(shapes).toEqual(list.map(({ shape }) => shape));
      const back = other.call("echo", values) as GodotArray;
      expect(back.toJS().map(plain)).toStrictEqual(list.map((each) => each.back));
      for (const type of typesIn(shapes)) seen.add(type);
    }),
    { numRuns: crossings },
  );
  expect([...seen].sort()).toEqual([...allTypes].sort());
});

test("10,000 values of GDScript's come back to it, though JavaScript makes them anew", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const made = other.call("make", seed, perCrossing, node) as GodotArray;
      expect(other.call("difference", made, made.toJS().map(anew))).toBe("");
      for (const type of typesIn(shapesOf(made))) seen.add(type);
    }),
    { numRuns: crossings },
  );
  expect([...seen].sort()).toEqual([...allTypes, "Node"].sort());
});

/** A value like that, with nothing of the engine's in it that a copy can be made of. */
function anew(value: Variant): VariantInput {
  if (value instanceof GodotArray) {
    const copy = GodotArray.from(value.toJS().map(anew));
    return value.isTyped() ? typedLike(value, copy) : copy;
  }
  if (value instanceof Dictionary) {
    const copy = new Map([...value].map(([key, each]) => [anew(key), anew(each)]));
    return value.isTyped() ? dictionaryLike(value, copy) : Dictionary.from(copy);
  }
  if (ArrayBuffer.isView(value)) return value.slice();
  if (Array.isArray(value)) return new (value.constructor as new (items: unknown) => never)(value);
  return value;
}

function typedLike(array: GodotArray, copy: GodotArray<VariantInput>): GodotArray {
  const name = array.getTypedClassName();
  return GodotArray.typed(name === "Node" ? Node : array.getTypedBuiltin(), copy as never);
}

function dictionaryLike(like: Dictionary, copy: Map<VariantInput, VariantInput>): Dictionary {
  const types = [like.getTypedKeyBuiltin(), like.getTypedValueBuiltin()] as const;
  return Dictionary.typed(...types, copy as never);
}
