// Random values of all of the engine's types, with what the engine must see and give back.
import fc from "fast-check";
import {
  AABB,
  Basis,
  Callable,
  Color,
  Dictionary,
  float,
  Array as GodotArray,
  Object as GodotObject,
  type Node,
  NodePath,
  PackedColorArray,
  PackedStringArray,
  PackedVector2Array,
  PackedVector3Array,
  PackedVector4Array,
  Plane,
  Projection,
  Quaternion,
  Rect2,
  Rect2i,
  type RID,
  ridFromInt64,
  Signal,
  StringName,
  Transform2D,
  Transform3D,
  TYPE_COLOR,
  TYPE_INT,
  TYPE_STRING,
  type Variant,
  type VariantInput,
  Vector2,
  Vector2i,
  Vector3,
  Vector3i,
  Vector4,
  Vector4i,
} from "godot";

export interface Sample {
  /** What is handed to the engine. */
  readonly value: VariantInput;
  /** How the engine sees it: see `shape_of` in round_trip.gd. */
  readonly shape: string;
  /** What comes back, as {@link plain} writes it. */
  readonly back: unknown;
}

/** A value of the engine as JavaScript's own data, to be compared. */
export function plain(value: Variant): unknown {
  if (value instanceof GodotArray) return value.toJS().map(plain);
  if (value instanceof Dictionary) {
    return { entries: [...value].map(([key, each]) => [plain(key), plain(each)]) };
  }
  if (value instanceof Callable) {
    return value.isCustom() ? { fn: value.call() } : { method: value.getMethod() };
  }
  if (value instanceof Signal) return { signal: value.name, of: value.getObjectId() };
  if (value instanceof GodotObject) return { object: value.getInstanceId() };
  if (isRid(value)) return { rid: value.id };
  return value;
}

function isRid(value: Variant): value is RID {
  return typeof value === "object" && value !== null && value.constructor.name === "RID";
}

/** Samples that share a node: whoever asks frees it. */
export function samples(node: Node): fc.Arbitrary<Sample> {
  const leaf = fc.oneof(...leaves(node));
  const level = (depth: number): fc.Arbitrary<Sample> =>
    depth === 0 ? leaf : fc.oneof({ weight: 3, arbitrary: leaf }, ...containers(level(depth - 1)));
  return level(5);
}

function sample(type: string, value: VariantInput, back: unknown = value): Sample {
  return { value, shape: type, back };
}

const int = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n),
  fc.constantFrom(-(2n ** 63n), 2n ** 63n - 1n, 2n ** 53n, -(2n ** 53n)),
);
/** A bigint comes back as one only where a number cannot hold it. */
const intBack = (value: number | bigint) =>
  Number.isSafeInteger(Number(value)) ? Number(value) + 0 : value;

const double = fc.double().filter((each) => !Number.isSafeInteger(each) || Object.is(each, -0));
const single = fc.float();
const word = fc.integer();

/** Any UTF-16 units, so with surrogates that lack their other half, but for NUL. */
const text = fc.oneof(
  fc.string(),
  fc
    .array(fc.integer({ min: 1, max: 0xffff }), { maxLength: 12 })
    .map((units) => String.fromCharCode(...units)),
);
const path = fc
  .tuple(
    fc.constantFrom("", "/", "../"),
    fc.stringMatching(/^[a-z]{1,5}(\/[a-z]{1,5})?(:[a-z]{1,5}){0,2}$/),
  )
  .map(([start, rest]) => start + rest);

const vector2 = fc.tuple(single, single).map(([x, y]) => new Vector2(x, y));
const vector2i = fc.tuple(word, word).map(([x, y]) => new Vector2i(x, y));
const vector3 = fc.tuple(single, single, single).map(([x, y, z]) => new Vector3(x, y, z));
const vector3i = fc.tuple(word, word, word).map(([x, y, z]) => new Vector3i(x, y, z));
const four = fc.tuple(single, single, single, single);
const vector4 = four.map(([x, y, z, w]) => new Vector4(x, y, z, w));
const vector4i = fc.tuple(word, word, word, word).map(([x, y, z, w]) => new Vector4i(x, y, z, w));
const basis = fc.tuple(vector3, vector3, vector3).map(([x, y, z]) => new Basis(x, y, z));
const color = four.map(([r, g, b, a]) => new Color(r, g, b, a));

/** The math types, by name. */
const values: Readonly<Record<string, fc.Arbitrary<VariantInput>>> = {
  Vector2: vector2,
  Vector2i: vector2i,
  Rect2: fc.tuple(vector2, vector2).map(([position, size]) => new Rect2(position, size)),
  Rect2i: fc.tuple(vector2i, vector2i).map(([position, size]) => new Rect2i(position, size)),
  Vector3: vector3,
  Vector3i: vector3i,
  Transform2D: fc.tuple(vector2, vector2, vector2).map(([x, y, at]) => new Transform2D(x, y, at)),
  Vector4: vector4,
  Vector4i: vector4i,
  Plane: fc.tuple(vector3, single).map(([normal, d]) => new Plane(normal, d)),
  Quaternion: four.map(([x, y, z, w]) => new Quaternion(x, y, z, w)),
  AABB: fc.tuple(vector3, vector3).map(([position, size]) => new AABB(position, size)),
  Basis: basis,
  Transform3D: fc.tuple(basis, vector3).map(([axes, origin]) => new Transform3D(axes, origin)),
  Projection: fc
    .tuple(vector4, vector4, vector4, vector4)
    .map(([x, y, z, w]) => new Projection(x, y, z, w)),
  Color: color,
};

/** The packed arrays, by name: all of them copies that are equal. */
const packed: Readonly<Record<string, fc.Arbitrary<VariantInput>>> = {
  PackedByteArray: fc.uint8Array(),
  PackedInt32Array: fc.int32Array(),
  PackedInt64Array: fc.bigInt64Array(),
  PackedFloat32Array: fc.float32Array(),
  PackedFloat64Array: fc.float64Array(),
  PackedStringArray: fc.array(text).map((items) => new PackedStringArray(items)),
  PackedVector2Array: fc.array(vector2).map((items) => new PackedVector2Array(items)),
  PackedVector3Array: fc.array(vector3).map((items) => new PackedVector3Array(items)),
  PackedColorArray: fc.array(color).map((items) => new PackedColorArray(items)),
  PackedVector4Array: fc.array(vector4).map((items) => new PackedVector4Array(items)),
};

const intSample = int.map((value) => sample("int", value, intBack(value)));
const textSample = text.map((value) => sample("String", value));

function leaves(node: Node): fc.Arbitrary<Sample>[] {
  const object = fc.constantFrom<Node>(node, node.getChild(0), node.getChild(1));
  return [
    fc.constantFrom(null, undefined).map((value) => sample("Nil", value, null)),
    fc.boolean().map((value) => sample("bool", value)),
    intSample,
    double.map((value) => sample("float", value)),
    fc.maxSafeInteger().map((value) => sample("float", float(value), value + 0)),
    textSample,
    text.map((value) => sample("StringName", new StringName(value), value)),
    path.map((value) => sample("NodePath", new NodePath(value), value)),
    int.map((id) => {
      const rid = ridFromInt64(id);
      return sample("RID", rid, { rid: BigInt.asUintN(64, BigInt(id)) });
    }),
    object.map((value) => sample("Object", value, { object: value.getInstanceId() })),
    fc.integer().map((number) => sample("Callable", () => number, { fn: number })),
    fc.integer().map((number) => {
      const bound = Callable.from((each: number) => each).bind(number);
      return sample("Callable", bound, { fn: number });
    }),
    object.map((each) =>
      sample("Callable", new Callable(each, "get_name"), { method: "get_name" }),
    ),
    object.map((each) => {
      const back = { signal: "tree_entered", of: each.getInstanceId() };
      return sample("Signal", each.treeEntered, back);
    }),
    ...Object.entries({ ...values, ...packed }).map(([type, arbitrary]) =>
      arbitrary.map((value) => sample(type, value)),
    ),
  ];
}

/** Keys that the engine tells apart as JavaScript does. */
const key = fc.oneof(
  intSample,
  textSample,
  vector2i.map((value) => sample("Vector2i", value)),
);

function entries(value: fc.Arbitrary<Sample>): fc.Arbitrary<[Sample, Sample][]> {
  const isSame = (a: unknown, b: unknown) =>
    a instanceof Vector2i && b instanceof Vector2i ? a.equals(b) : Object.is(a, b);
  return fc.uniqueArray(fc.tuple(key, value), {
    maxLength: 4,
    selector: ([each]) => each.back,
    comparator: isSame,
  });
}

function containers(inside: fc.Arbitrary<Sample>): fc.Arbitrary<Sample>[] {
  const items = fc.array(inside, { maxLength: 4 });
  return [
    items.map((each) => arrayOf("", each, (all) => all)),
    items.map((each) => arrayOf("", each, (all) => GodotArray.from(all))),
    items.map((each) => arrayOf("", unique(each), (all) => new Set(all))),
    fc
      .array(intSample)
      .map((each) => arrayOf("[int]", each, (all) => GodotArray.typed(TYPE_INT, all))),
    fc
      .array(textSample)
      .map((each) => arrayOf("[String]", each, (all) => GodotArray.typed(TYPE_STRING, all))),
    fc
      .array(values.Vector3?.map((value) => sample("Vector3", value)) ?? intSample)
      .map((each) =>
        arrayOf("[Vector3]", each, (all) => GodotArray.typed(Vector3, all as Vector3[])),
      ),
    entries(inside).map((each) => dictionaryOf("", each, (map) => map)),
    entries(inside).map((each) => dictionaryOf("", each, (map) => Dictionary.from(map))),
    fc
      .uniqueArray(fc.tuple(textSample, inside), { maxLength: 4, selector: ([each]) => each.back })
      .map((each) => dictionaryOf("", inOrder(each), (map) => Object.fromEntries(map) as never)),
    fc
      .uniqueArray(
        fc.tuple(
          textSample,
          color.map((value) => sample("Color", value)),
        ),
        {
          maxLength: 4,
          selector: ([each]) => each.back,
        },
      )
      .map((each) =>
        dictionaryOf("[String, Color]", each, (map) =>
          Dictionary.typed(TYPE_STRING, TYPE_COLOR, map as Map<string, Color>),
        ),
      ),
  ];
}

function unique(each: readonly Sample[]): readonly Sample[] {
  return [...new Map(each.map((one) => [one.value, one])).values()];
}

/** A plain object has its integer keys first. */
function inOrder(each: readonly [Sample, Sample][]): readonly [Sample, Sample][] {
  const order = Object.keys(Object.fromEntries(each.map(([name]) => [name.value, 0])));
  return order.map((name) => each.find(([one]) => one.value === name) ?? each[0]) as never;
}

function arrayOf(
  type: string,
  items: readonly Sample[],
  make: (values: VariantInput[]) => VariantInput,
): Sample {
  return {
    value: make(items.map((each) => each.value)),
    shape: `Array${type}(${items.map((each) => each.shape).join(", ")})`,
    back: items.map((each) => each.back),
  };
}

function dictionaryOf(
  type: string,
  pairs: readonly (readonly [Sample, Sample])[],
  make: (values: Map<VariantInput, VariantInput>) => VariantInput,
): Sample {
  return {
    value: make(new Map(pairs.map(([name, each]) => [name.value, each.value]))),
    shape: `Dictionary${type}(${pairs.map(([name, each]) => `${name.shape}: ${each.shape}`).join(", ")})`,
    back: { entries: pairs.map(([name, each]) => [name.back, each.back]) },
  };
}
