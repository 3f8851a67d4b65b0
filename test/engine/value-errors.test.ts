import { Color, Transform2D, Vector2, Vector2i, Vector3, Vector4 } from "godot";

// biome-ignore lint/suspicious/noExplicitAny: what the types refuse
const wrong: any = "wrong";

describe("a wrong argument is refused by name", () => {
  test.each([
    [() => Vector2.ONE.add(wrong), 'Vector2.add: argument 1 must be Vector2, not string "wrong"'],
    [
      () => Vector2.ONE.mul(2 as never),
      "Vector2.mul: argument 1 must be Vector2 or Transform2D (scale takes a number), not number 2",
    ],
    [() => Vector2.ONE.scale(wrong), 'Vector2.scale: argument 1 must be float, not string "wrong"'],
    [
      () => Vector2.ONE.div(wrong),
      'Vector2.div: argument 1 must be float or Vector2, not string "wrong"',
    ],
    [
      () => Vector2.ONE.lerp(Vector2.ZERO, undefined as never),
      "Vector2.lerp: argument 2 must be float, not undefined",
    ],
    [
      () => Vector2.ONE.dot(Vector3.UP as never),
      "Vector2.dot: argument 1 must be Vector2, not Vector3",
    ],
    [
      () => Vector2.ONE.rotated(null as never),
      "Vector2.rotated: argument 1 must be float, not null",
    ],
    [
      () => Vector2.ONE.slide(wrong),
      'Vector2.slide: argument 1 must be Vector2, not string "wrong"',
    ],
    [
      () => (Vector2.ONE.slide as () => unknown).call(Vector2.ONE),
      "Vector2.slide takes 1 argument, got 0",
    ],
    [
      () => Color.fromHsv(wrong, 1, 1),
      'Color.fromHsv: argument 1 must be float, not string "wrong"',
    ],
    [() => Vector2i.ONE.scale(0.5), "Vector2i.scale: argument 1 must be int, not number 0.5"],
    [
      () => Vector2.ONE.isIn(wrong),
      'Vector2.isIn: argument 1 must be Array or Dictionary, not string "wrong"',
    ],
  ])("%s", (call, message) => {
    expect(call).toThrow(new TypeError(message));
  });

  test("a method taken off its value", () => {
    const { rotated, project } = Vector2.ONE;
    expect(() => (rotated as (angle: number) => unknown)(1)).toThrow(TypeError);
    expect(() => (project as (onto: Vector2) => unknown)(Vector2.ONE)).toThrow(TypeError);
  });
});

test("an index outside is a RangeError that says where one may be", () => {
  expect(() => Vector4.ONE.get(4)).toThrow(
    new RangeError("Vector4.get: index 4 is not one of 0 to 3"),
  );
});

test("a division of ints by zero is a RangeError", () => {
  expect(() => Vector2i.ONE.div(0)).toThrow(new RangeError("Vector2i.div: division by zero"));
  expect(() => Vector2i.ONE.mod(new Vector2i(1, 0))).toThrow(RangeError);
});

test("equals is false for another type, whatever it holds", () => {
  expect(Vector2.ZERO.equals(Vector2i.ZERO as never)).toBe(false);
  expect(Vector2.ZERO.equals(null as never)).toBe(false);
});

test("values never change", () => {
  const before = new Transform2D(0, new Vector2(1, 2));
  before.with({ origin: Vector2.ZERO });
  expect(before.mul(Vector2.ZERO)).toStrictEqual(new Vector2(1, 2));
});

test("a sum of squares that no number holds is a bigint", () => {
  const far = new Vector2i(2 ** 30 + 1, 2 ** 30);
  expect(far.lengthSquared()).toBe(2305843011361177601n);
});
