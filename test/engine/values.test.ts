import {
  AABB,
  Basis,
  Callable,
  Color,
  Dictionary,
  Array as GodotArray,
  type Node,
  Plane,
  Projection,
  Quaternion,
  Rect2,
  Rect2i,
  RID,
  Signal,
  Transform2D,
  Transform3D,
  type Variant,
  type VariantInput,
  Vector2,
  Vector2i,
  Vector3,
  Vector3i,
  Vector4,
  Vector4i,
} from "godot";
import { gdNode } from "./support/gdscript";

let probe: Node;
beforeAll(() => {
  probe = gdNode("probe");
});
afterAll(() => probe.free());

const echo = (value: VariantInput): Variant => probe.call("echo", value);
const typeName = (value: VariantInput): Variant => probe.call("type_name_of", value);

describe("a value comes back from GDScript as it went", () => {
  test.each([
    ["null", null, "Nil"],
    ["a boolean", true, "bool"],
    ["an integer", -7, "int"],
    ["the largest safe integer", Number.MAX_SAFE_INTEGER, "int"],
    ["an integer that no number holds", 9007199254740993n, "int"],
    ["a fraction", 0.1, "float"],
    ["infinity", Number.POSITIVE_INFINITY, "float"],
    ["an empty string", "", "String"],
    ["a string beyond ASCII", "Grüße, 世界 🙂", "String"],
  ])("%s", (_, value, type) => {
    expect(echo(value)).toBe(value);
    expect(typeName(value)).toBe(type);
  });

  test.each([
    ["Vector2", () => new Vector2(1.5, -2)],
    ["Vector2i", () => new Vector2i(1, -2)],
    ["Rect2", () => new Rect2(new Vector2(1, 2), new Vector2(3, 4))],
    ["Rect2i", () => new Rect2i(new Vector2i(1, 2), new Vector2i(3, 4))],
    ["Vector3", () => new Vector3(1.5, -2, 3)],
    ["Vector3i", () => new Vector3i(1, -2, 3)],
    ["Transform2D", () => new Transform2D(new Vector2(1, 2), new Vector2(3, 4), new Vector2(5, 6))],
    ["Vector4", () => new Vector4(1, 2, 3, 4.5)],
    ["Vector4i", () => new Vector4i(1, 2, 3, -4)],
    ["Plane", () => new Plane(new Vector3(0, 1, 0), 2)],
    ["Quaternion", () => new Quaternion(0, 0, 0, 1)],
    ["AABB", () => new AABB(new Vector3(1, 2, 3), new Vector3(4, 5, 6))],
    ["Basis", () => new Basis(new Vector3(1, 2, 3), new Vector3(4, 5, 6), new Vector3(7, 8, 9))],
    [
      "Transform3D",
      () =>
        new Transform3D(
          new Basis(new Vector3(1, 2, 3), new Vector3(4, 5, 6), new Vector3(7, 8, 9)),
          new Vector3(10, 11, 12),
        ),
    ],
    [
      "Projection",
      () =>
        new Projection(
          new Vector4(1, 2, 3, 4),
          new Vector4(5, 6, 7, 8),
          new Vector4(9, 10, 11, 12),
          new Vector4(13, 14, 15, 16),
        ),
    ],
    ["Color", () => new Color(0.25, 0.5, 0.75, 1)],
  ])("a %s", (type, make) => {
    expect(echo(make())).toStrictEqual(make());
    expect(typeName(make())).toBe(type);
  });

  test.each([
    ["PackedByteArray", new Uint8Array([0, 255])],
    ["PackedInt32Array", new Int32Array([-1, 2])],
    ["PackedInt64Array", new BigInt64Array([-1n, 9007199254740993n])],
    ["PackedFloat32Array", new Float32Array([0.5, -2])],
    ["PackedFloat64Array", new Float64Array([0.1, -2])],
  ])("a %s, as a typed array", (type, value) => {
    expect(echo(value)).toEqual(value);
    expect(typeName(value)).toBe(type);
  });

  test("an empty typed array", () => {
    expect(echo(new Float32Array())).toEqual(new Float32Array());
  });

  test("a RID", () => {
    expect((echo(new RID()) as RID).isValid()).toBe(false);
    expect(typeName(new RID())).toBe("RID");
  });

  test("an object, the same one", () => {
    expect(echo(probe)).toBe(probe);
  });

  test("a signal", () => {
    const signal = echo(new Signal(probe, "hit")) as Signal;
    expect(signal.getObject()).toBe(probe);
    expect(signal.name).toBe("hit");
  });
});

describe("arrays", () => {
  test("a JavaScript array arrives as an Array, nested ones too", () => {
    const array = echo([1, "two", [3]]) as GodotArray;
    expect(array.get(0)).toBe(1);
    expect(array.get(1)).toBe("two");
    expect((array.get(2) as GodotArray).toJS()).toEqual([3]);
  });

  test("a Set arrives as an Array", () => {
    expect((echo(new Set([1, 2]) as never) as GodotArray).toJS()).toEqual([1, 2]);
  });

  test("an Array is live: what GDScript appends is there", () => {
    const array = GodotArray.from<Variant>([1]);
    probe.call("append_to", array, "more");
    expect(array.toJS()).toEqual([1, "more"]);
  });

  test("an Array that GDScript holds sees what TypeScript sets", () => {
    const array = GodotArray.from<Variant>([1, 2]);
    probe.set("held", array);
    array.set(0, "changed");
    expect((probe.get("held") as GodotArray).toJS()).toEqual(["changed", 2]);
    probe.set("held", null);
  });

  test("negative indices count from the end", () => {
    expect(GodotArray.from([1, 2, 3]).get(-1)).toBe(3);
  });

  test("an index outside throws a RangeError", () => {
    expect(() => GodotArray.from([1]).get(1)).toThrow(RangeError);
    expect(() => GodotArray.from<number>([1]).set(-2, 0)).toThrow(RangeError);
  });

  test("a typed array of GDScript's iterates", () => {
    expect([...(probe.call("make_typed_array") as GodotArray<number>)]).toEqual([1, 2, 3]);
  });
});

describe("dictionaries", () => {
  test("a plain object arrives as a Dictionary", () => {
    const dictionary = echo({ name: "Ann", score: 3 }) as Dictionary;
    expect(dictionary.toJS()).toEqual(
      new Map<string, unknown>([
        ["name", "Ann"],
        ["score", 3],
      ]),
    );
  });

  test("a Map keeps keys that are no strings", () => {
    const dictionary = echo(new Map<VariantInput, VariantInput>([[7, "seven"]])) as Dictionary;
    expect(dictionary.get(7)).toBe("seven");
  });

  test("math values are keys by what they hold", () => {
    const dictionary = Dictionary.from(new Map([[new Vector2i(1, 2), "here"]]));
    expect(dictionary.get(new Vector2i(1, 2))).toBe("here");
  });

  test("a key that is not there gives undefined", () => {
    expect(Dictionary.from({ a: 1 }).get("b")).toBeUndefined();
  });

  test("a Dictionary is live in both directions", () => {
    const dictionary = Dictionary.from<Variant>({ a: 1 });
    probe.call("set_in", dictionary, "b", 2);
    expect(dictionary.get("b")).toBe(2);
    expect(dictionary.delete("a")).toBe(true);
    expect([...dictionary.keys()]).toEqual(["b"]);
    expect(dictionary.size).toBe(1);
  });
});

describe("what the engine has no counterpart for", () => {
  test("undefined arrives as null", () => {
    expect(echo(undefined)).toBeNull();
  });

  test("a promise is refused", () => {
    expect(() => echo(Promise.resolve() as never)).toThrow(TypeError);
  });

  test("an instance of a class of one's own is refused, by its name", () => {
    class Inventory {}
    expect(() => echo(new Inventory() as never)).toThrow(/Inventory/);
  });

  test("a symbol is refused", () => {
    expect(() => echo(Symbol("s") as never)).toThrow(TypeError);
  });

  test("a bigint beyond 64 bits is refused", () => {
    expect(() => echo(2n ** 70n)).toThrow(
      "bigint 1180591620717411303424 does not fit into 64 bits",
    );
  });
});

describe("math values", () => {
  test("with() changes a field and leaves the original", () => {
    const before = new Vector2(1, 2);
    expect(before.with({ x: 5 })).toStrictEqual(new Vector2(5, 2));
    expect(before).toStrictEqual(new Vector2(1, 2));
  });

  test("a field of the wrong type is refused", () => {
    expect(() => new Vector2("1" as never)).toThrow(TypeError);
  });

  test("toString is the engine's", () => {
    expect(String(new Vector2(1, 2.5))).toBe("(1.0, 2.5)");
    expect(probe.call("text_of", new Vector2(1, 2.5))).toBe("(1.0, 2.5)");
  });

  test("constants are the engine's", () => {
    expect(Vector2.RIGHT).toStrictEqual(new Vector2(1, 0));
  });

  test("a function is a Callable there", () => {
    expect(typeName(() => {})).toBe("Callable");
    expect(typeName(Callable.from(() => {}))).toBe("Callable");
  });
});
