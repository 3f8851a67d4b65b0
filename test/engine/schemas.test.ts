/** Which of the engine's types each schema takes, as they are or converted: all against all. */
import {
  AABB,
  Basis,
  Callable,
  Color,
  Dictionary,
  Array as GodotArray,
  Node,
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
  RID,
  Signal,
  Transform2D,
  Transform3D,
  Vector2,
  Vector2i,
  Vector3,
  Vector3i,
  Vector4,
  Vector4i,
} from "godot";
import { type Schema, t } from "godot-ts";

let node: Node;
let samples: Readonly<Record<string, unknown>>;
beforeAll(() => {
  node = new Node();
  samples = {
    null: null,
    bool: true,
    int: 3,
    float: 0.5,
    bigint: 2n ** 60n,
    String: "text",
    Vector2: new Vector2(),
    Vector2i: new Vector2i(),
    Rect2: new Rect2(),
    Rect2i: new Rect2i(),
    Vector3: new Vector3(),
    Vector3i: new Vector3i(),
    Transform2D: new Transform2D(),
    Vector4: new Vector4(),
    Vector4i: new Vector4i(),
    Plane: new Plane(),
    Quaternion: new Quaternion(),
    AABB: new AABB(),
    Basis: new Basis(),
    Transform3D: new Transform3D(),
    Projection: new Projection(),
    Color: new Color(),
    RID: new RID(),
    Object: node,
    Callable: Callable.from(() => {}),
    Signal: new Signal(node, "ready"),
    Dictionary: Dictionary.from({ a: new RID() }),
    Array: GodotArray.from([new RID()]),
    PackedByteArray: new Uint8Array(1),
    PackedInt32Array: new Int32Array(1),
    PackedInt64Array: new BigInt64Array(1),
    PackedFloat32Array: new Float32Array(1),
    PackedFloat64Array: new Float64Array(1),
    PackedStringArray: new PackedStringArray(["a"]),
    PackedVector2Array: new PackedVector2Array([Vector2.ONE]),
    PackedVector3Array: new PackedVector3Array([Vector3.ONE]),
    PackedVector4Array: new PackedVector4Array([Vector4.ONE]),
    PackedColorArray: new PackedColorArray([Color.RED]),
  };
});
afterAll(() => node.free());

const packed = [
  "PackedByteArray",
  "PackedInt32Array",
  "PackedInt64Array",
  "PackedFloat32Array",
  "PackedFloat64Array",
  "PackedStringArray",
  "PackedVector2Array",
  "PackedVector3Array",
  "PackedVector4Array",
  "PackedColorArray",
];

function taken(schema: Schema): string[] {
  return Object.entries(samples)
    .filter(([, value]) => schema.accepts(value) || schema.accepts(schema.convert(value)))
    .map(([name]) => name);
}

test.each<[keyof typeof t & string, readonly string[]]>([
  ["bool", ["bool", "int", "float", "bigint"]],
  ["int", ["bool", "int"]],
  ["int64", ["bool", "int", "bigint"]],
  ["float", ["bool", "int", "float", "bigint"]],
  ["string", ["String"]],
  ["stringName", ["String"]],
  ["nodePath", ["String"]],
  ["vector2", ["Vector2", "Vector2i"]],
  ["vector2i", ["Vector2i"]],
  ["rect2", ["Rect2", "Rect2i"]],
  ["rect2i", ["Rect2i"]],
  ["vector3", ["Vector3", "Vector3i"]],
  ["vector3i", ["Vector3i"]],
  ["transform2D", ["Transform2D"]],
  ["vector4", ["Vector4", "Vector4i"]],
  ["vector4i", ["Vector4i"]],
  ["plane", ["Plane"]],
  ["quaternion", ["Quaternion"]],
  ["aabb", ["AABB"]],
  ["basis", ["Basis"]],
  ["transform3D", ["Transform3D"]],
  ["projection", ["Projection"]],
  ["color", ["Color"]],
  ["rid", ["RID"]],
  ["callable", ["Callable"]],
  ["signal", ["Signal"]],
  ["dictionary", ["Dictionary"]],
  ["array", ["Array", ...packed]],
  ["packedByteArray", ["PackedByteArray"]],
  ["packedInt32Array", ["PackedInt32Array"]],
  ["packedInt64Array", ["PackedInt64Array"]],
  ["packedFloat32Array", ["PackedFloat32Array"]],
  ["packedFloat64Array", ["PackedFloat64Array"]],
  ["packedStringArray", ["PackedStringArray"]],
  ["packedVector2Array", ["PackedVector2Array"]],
  ["packedVector3Array", ["PackedVector3Array"]],
  ["packedVector4Array", ["PackedVector4Array"]],
  ["packedColorArray", ["PackedColorArray"]],
])("t.%s takes %j", (name, names) => {
  expect(taken(t[name] as Schema)).toEqual(names);
});

test("t.variant takes all", () => {
  expect(taken(t.variant)).toEqual(Object.keys(samples));
});

test("t.object takes objects of its class, t.node null as well", () => {
  expect(taken(t.object(Node))).toEqual(["Object"]);
  expect(taken(t.node(Node))).toEqual(["null", "Object"]);
});

test("t.arrayOf takes an Array, packed or not, of which all items fit", () => {
  expect(taken(t.arrayOf(t.rid))).toEqual(["Array"]);
  expect(taken(t.arrayOf(t.float))).toEqual([
    "PackedByteArray",
    "PackedInt32Array",
    "PackedInt64Array",
    "PackedFloat32Array",
    "PackedFloat64Array",
  ]);
});

test("t.dictionaryOf takes a Dictionary of which all fits", () => {
  expect(taken(t.dictionaryOf(t.string, t.rid))).toEqual(["Dictionary"]);
  expect(taken(t.dictionaryOf(t.variant, t.rid))).toEqual(["Dictionary"]);
  expect(taken(t.dictionaryOf(t.int, t.variant))).toEqual([]);
});

test("an enum of strings and ints at once is refused", () => {
  expect(() => t.enum({ A: 0, B: "b" })).toThrow("t.enum: its values must be ints, or strings");
});

test("t.enumOf takes an enum of the engine alone", () => {
  expect(() => t.enumOf({ A: 0 })).toThrow("t.enumOf takes an enum of the engine: see t.enum");
});
