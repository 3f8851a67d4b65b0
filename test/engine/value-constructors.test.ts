import fc from "fast-check";
import * as godot from "godot";
import {
  Color,
  Node2D,
  Plane,
  Quaternion,
  Rect2,
  type VariantInput,
  Vector2,
  Vector2i,
  Vector3,
} from "godot";
import { mathTypes } from "./support/api-dump";
import { recordLog } from "./support/log-recorder";
import { expectSame, operand, reference } from "./support/reference";
import * as some from "./support/value-arbitraries";
import { anyOf } from "./support/value-arbitraries";

type Arbitrary = fc.Arbitrary<unknown>;
type AnyConstructor = new (...args: readonly unknown[]) => unknown;

const rows = mathTypes().flatMap((type) =>
  (type.constructors ?? []).map(({ arguments: args = [] }) => {
    const types = args.map((each) => each.type);
    return { type: type.name, types, name: `${type.name}(${types.join(", ")})` };
  }),
);

/** Arguments that a constructor is made for, where the engine warns of others. */
const valid: Readonly<Record<string, readonly (Arbitrary | undefined)[]>> = {
  "Quaternion(Basis)": [some.rotationBasis],
  "Quaternion(Vector3, float)": [some.unit3],
  "Quaternion(Vector3, Vector3)": [some.unit3, some.unit3],
  "Basis(Quaternion)": [some.rotation],
  "Basis(Vector3, float)": [some.unit3],
};

const compared = new Set<string>();

describe("what a constructor makes is what the engine's makes", () => {
  test.each(rows)("$name", async ({ type, types, name }) => {
    const Class: new (...args: readonly unknown[]) => unknown = Reflect.get(godot, type);
    const passed = types.map((each, index) => operand(each, index)).join(", ");
    const engine = reference(`${type}(${passed})`);
    const inputs = types.map((each, index) => valid[name]?.[index] ?? anyOf(each));
    const warnings = await recordLog(() => {
      fc.assert(
        fc.property(fc.tuple(...inputs), (args) => {
          expectSame(new Class(...args), engine(args as VariantInput[]), 0);
        }),
      );
    });
    expect(new Set(warnings.map(({ text }) => text))).toEqual(new Set());
    compared.add(name);
  });

  test("each constructor of the dump was compared", () => {
    expect([...compared]).toEqual(rows.map(({ name }) => name));
    expect(compared.size).toBeGreaterThan(70);
  });
});

describe("new", () => {
  test("makes the engine's initial value without arguments", () => {
    expect(new Color()).toStrictEqual(new Color(0, 0, 0, 1));
    expect(new Quaternion()).toStrictEqual(Quaternion.IDENTITY);
  });

  test("rounds to the engine's floats, so that what comes back is equal", () => {
    const node = new Node2D();
    const position = new Vector2(0.1, 1 / 3);
    node.position = position;
    expect(node.position.equals(position)).toBe(true);
    expect(position.x).toBe(Math.fround(0.1));
    node.free();
  });

  test("wraps ints as the engine does", () => {
    expect(new Vector2i(2 ** 31, -(2 ** 31) - 1)).toStrictEqual(
      new Vector2i(-(2 ** 31), 2 ** 31 - 1),
    );
  });

  test("takes the numbers of a box one by one", () => {
    expect(new Rect2(1, 2, 3, 4)).toStrictEqual(new Rect2(new Vector2(1, 2), new Vector2(3, 4)));
  });

  test("takes a color's name, its code, and another alpha", () => {
    expect(new Color("red")).toStrictEqual(new Color(1, 0, 0));
    expect(new Color("#00ff00", 0.5)).toStrictEqual(new Color(0, 1, 0, 0.5));
    expect(new Color(Color.BLUE, 0.25)).toStrictEqual(new Color(0, 0, 1, 0.25));
  });

  test.each([
    ["a string for a number", () => new Vector2("1" as never, 2)],
    ["one number of two", () => new (Vector2 as AnyConstructor)(1)],
    ["a fraction for an int", () => new Vector2i(0.5, 1)],
    ["NaN for an int", () => new Vector2i(Number.NaN, 1)],
    ["null for a vector", () => new Plane(null as never, 1)],
    ["one argument too many", () => new (Rect2 as AnyConstructor)(Vector2.ZERO, Vector2.ONE, 3)],
    ["another type", () => new (Vector2 as AnyConstructor)(Vector3.UP)],
  ])("refuses %s", (_, make) => {
    expect(make).toThrow(TypeError);
  });

  test("says what came and what is wanted", () => {
    expect(() => new Vector2("1" as never, 2)).toThrow(
      'new Vector2(string "1", number 2): its constructors take () (Vector2) (Vector2i) (float, float)',
    );
  });
});
