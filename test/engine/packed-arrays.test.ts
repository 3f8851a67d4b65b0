import fc from "fast-check";
import {
  Color,
  FileAccess,
  Array as GodotArray,
  Gradient,
  Line2D,
  type Node,
  PackedByteArray,
  PackedColorArray,
  PackedFloat32Array,
  PackedInt32Array,
  PackedStringArray,
  PackedVector2Array,
  PackedVector3Array,
  PackedVector4Array,
  type Variant,
  type VariantInput,
  Vector2,
  Vector3,
  Vector4,
} from "godot";
import { gdNode } from "./support/gdscript";

let probe: Node;
beforeAll(() => {
  probe = gdNode("probe");
});
afterAll(() => probe.free());
const echo = (value: VariantInput): Variant => probe.call("echo", value);

describe("a packed array of strings, vectors or colors", () => {
  test.each([
    ["strings", () => new PackedStringArray(["a", "", "世🙂"])],
    ["Vector2", () => new PackedVector2Array([new Vector2(1.5, -2), Vector2.ZERO])],
    ["Vector3", () => new PackedVector3Array([new Vector3(1.5, -2, 3)])],
    ["Vector4", () => new PackedVector4Array([new Vector4(1.5, -2, 3, 4)])],
    ["Color", () => new PackedColorArray([new Color(0.25, 0.5, 0.75, 1)])],
    ["nothing", () => new PackedVector2Array()],
  ])("of %s comes back as the same class", (_, make) => {
    expect(echo(make())).toStrictEqual(make());
    expect(probe.call("type_name_of", make())).toBe(make().constructor.name);
  });

  test("is a JavaScript array, whose map and filter give ordinary ones", () => {
    const points = new PackedVector2Array([Vector2.ONE, Vector2.ZERO]);
    expect(Array.isArray(points)).toBe(true);
    expect(points.map((point) => point.x)).toStrictEqual([1, 0]);
    expect(points.filter((point) => point.x > 0)).toStrictEqual([Vector2.ONE]);
    expect(points.length).toBe(2);
  });

  test("is made by JavaScript's own from and of, too", () => {
    expect(Reflect.apply(Array.from, PackedStringArray, [new Set(["a"])])).toStrictEqual(
      new PackedStringArray(["a"]),
    );
    expect(Reflect.apply(Array.of, PackedStringArray, ["a", "b"])).toStrictEqual(
      new PackedStringArray(["a", "b"]),
    );
  });

  test("refuses an item of another type when it crosses", () => {
    expect(() => echo(new PackedVector2Array([Vector2.ONE, 5 as never]))).toThrow(
      new TypeError("Object.call: argument 2: PackedVector2Array: item 1 must be a Vector2, not 5"),
    );
    expect(() => echo(new PackedStringArray([5 as never]))).toThrow(
      new TypeError(
        "Object.call: argument 2: PackedStringArray: item 0 must be a string, not number 5",
      ),
    );
  });

  test("is what a property gives, and a plain array is what it takes", () => {
    const line = new Line2D();
    line.points = [Vector2.ZERO, Vector2.ONE];
    expect(line.points).toStrictEqual(new PackedVector2Array([Vector2.ZERO, Vector2.ONE]));
    expect(() => {
      line.points = [Vector3.ONE as never];
    }).toThrow("PackedVector2Array: item 0 must be a Vector2, not (1.0, 1.0, 1.0)");
    line.free();
  });

  test("takes the items of an Array of the engine's", () => {
    const gradient = new Gradient();
    Reflect.set(gradient, "colors", GodotArray.from([Color.RED]));
    expect(gradient.colors).toStrictEqual(new PackedColorArray([Color.RED]));
  });

  test("of ten thousand crosses there and back", () => {
    const points = Array.from({ length: 10_000 }, (_, place) => new Vector2(place, -place));
    expect(echo(new PackedVector2Array(points))).toStrictEqual(new PackedVector2Array(points));
  });

  test("compares and joins as the engine's do", () => {
    const points = new PackedVector2Array([Vector2.ONE]);
    expect(PackedVector2Array.equals(points, [Vector2.ONE])).toBe(true);
    expect(PackedVector2Array.equals(points, [])).toBe(false);
    expect(PackedVector2Array.concat(points, points)).toStrictEqual(
      new PackedVector2Array([Vector2.ONE, Vector2.ONE]),
    );
  });
});

describe("a packed array of numbers", () => {
  test("is a part of a larger buffer, too", () => {
    const whole = new Float32Array([1, 2, 3, 4]);
    expect(echo(whole.subarray(1, 3))).toEqual(new Float32Array([2, 3]));
  });

  test("is a Buffer of Node's, too", () => {
    expect(echo(Buffer.from("ab"))).toEqual(new Uint8Array([97, 98]));
  });

  test("compares and joins as the engine's do", () => {
    expect(PackedInt32Array.equals(new Int32Array([1]), new Int32Array([1]))).toBe(true);
    expect(PackedFloat32Array.concat(new Float32Array([1]), new Float32Array([2]))).toEqual(
      new Float32Array([1, 2]),
    );
  });

  test("of a type that the engine doesn't have is refused", () => {
    expect(() => echo(new Uint16Array(1) as never)).toThrow(/Uint16Array/);
  });
});

describe("bytes", () => {
  test("are compressed and decompressed", () => {
    const bytes = new Uint8Array(1000).fill(7);
    const packed = PackedByteArray.compress(bytes, FileAccess.COMPRESSION_ZSTD);
    expect(packed.length).toBeLessThan(100);
    expect(PackedByteArray.decompress(packed, 1000, FileAccess.COMPRESSION_ZSTD)).toEqual(bytes);
    const gzip = PackedByteArray.compress(bytes, FileAccess.COMPRESSION_GZIP);
    expect(PackedByteArray.decompressDynamic(gzip, -1, FileAccess.COMPRESSION_GZIP)).toEqual(bytes);
  });

  test.each(["u8", "s8", "u16", "s16", "u32", "s32", "u64", "s64", "half", "float", "double"])(
    "are written and read as %s where they lie, as by the engine",
    (kind) => {
      const name = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}` as "U8";
      const number = fc.oneof(fc.integer({ min: -128, max: 127 }), fc.integer());
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 8 }), number, (offset, value) => {
          const bytes = new Uint8Array(24);
          PackedByteArray[`encode${name}`](bytes.subarray(4, 20), offset, value);
          const engines = probe.call("bytes_encoded", kind, offset, value) as Uint8Array;
          expect(bytes.subarray(4, 20)).toEqual(engines);
          expect(PackedByteArray[`decode${name}`](engines, offset)).toBe(
            probe.call("call_on", engines, `decode_${kind}`, [offset]),
          );
        }),
      );
    },
  );

  test("hold any value of the engine's", () => {
    const bytes = new Uint8Array(64);
    const size = PackedByteArray.encodeVar(bytes, 8, { at: Vector2.ONE });
    expect(size).toBeGreaterThan(8);
    expect(PackedByteArray.hasEncodedVar(bytes, 8)).toBe(true);
    expect(PackedByteArray.decodeVarSize(bytes, 8)).toBe(size);
    expect(String(PackedByteArray.decodeVar(bytes, 8))).toBe('{ "at": (1.0, 1.0) }');
  });

  test("are swapped where they lie", () => {
    const bytes = new Uint8Array([1, 2, 3, 4]);
    PackedByteArray.bswap16(bytes);
    expect(bytes).toEqual(new Uint8Array([2, 1, 4, 3]));
    PackedByteArray.bswap32(bytes, 0, 1);
    expect(bytes).toEqual(new Uint8Array([3, 4, 1, 2]));
  });

  test.each([-1, 3, 100])("outside of which nothing is read or written: at %d", (offset) => {
    const bytes = new Uint8Array(4);
    expect(() => PackedByteArray.decodeU16(bytes, offset)).toThrow(
      `PackedByteArray.decodeU16: offset ${offset} is outside of an array of 4 bytes`,
    );
    expect(() => PackedByteArray.encodeU16(bytes, offset, 1)).toThrow(RangeError);
  });
});
