import {
  float,
  Array as GodotArray,
  String as GodotString,
  type Node,
  NodePath,
  ridFromInt64,
  StringName,
  Timer,
  type Variant,
  type VariantInput,
  Vector2,
} from "godot";
import { gdNode } from "./support/gdscript";

let probe: Node;
beforeAll(() => {
  probe = gdNode("probe");
});
afterAll(() => probe.free());
const echo = (value: VariantInput): Variant => probe.call("echo", value);
const typeName = (value: VariantInput): Variant => probe.call("type_name_of", value);

describe("a type that JavaScript has no own for", () => {
  test.each([
    ["float", () => float(3), 3],
    ["StringName", () => new StringName("name"), "name"],
    ["NodePath", () => new NodePath("a/b:c"), "a/b:c"],
  ])("goes out as %s and comes back as JavaScript's", (type, make, back) => {
    expect(typeName(make())).toBe(type);
    expect(typeName(GodotArray.from<VariantInput>([make()]).get(0))).not.toBe(type);
    expect(probe.call("types_in", [make()])).toBe(type);
    expect(echo(make())).toBe(back);
  });

  test("divides in GDScript as it should", () => {
    expect(probe.call("half_of", 3)).toBe(1);
    expect(probe.call("half_of", float(3))).toBe(1.5);
  });

  test("is the number or the text to JavaScript", () => {
    expect(Number(float(2.5)) + Number(float(2n))).toBe(4.5);
    expect(`${new StringName("a")}${new NodePath("b")}`).toBe("ab");
  });

  test("does where the engine declares the type", () => {
    const timer = new Timer();
    timer.setWaitTime(float(3) as never);
    timer.setName(new StringName("One") as never);
    expect([timer.waitTime, timer.name]).toEqual([3, "One"]);
    expect(probe.getNodeOrNull(new NodePath("nowhere") as never)).toBeNull();
    timer.free();
  });

  test("is refused where another is wanted", () => {
    const timer = new Timer();
    expect(() => timer.setWaitTime(new StringName("3") as never)).toThrow(TypeError);
    expect(() => timer.setName(float(3) as never)).toThrow(TypeError);
    timer.free();
  });
});

describe("text", () => {
  test.each([
    ["a surrogate without its other half", "a\ud83d", "a\ud83d"],
    ["two halves the wrong way round", "\ude42\ud83d", "\ude42\ud83d"],
    ["what lies beyond 16 bits", "\u{10ffff}🙂", "\u{10ffff}🙂"],
    ["NUL, for which the engine has U+FFFD", "a\0b", "a\ufffdb"],
    ["NUL beside wide characters", "世\0", "世\ufffd"],
  ])("with %s", (_, sent, back) => {
    expect(echo(sent)).toBe(back);
    expect(echo(new StringName(sent))).toBe(back);
    expect(GodotString.length(sent)).toBe([...sent].length);
  });

  test.each(["x", "é", "世", "🙂"])("of a million %s", (character) => {
    const long = character.repeat(1_000_000);
    expect(echo(long) === long).toBe(true);
  });
});

test("text is formatted as by the engine's %", () => {
  expect(GodotString.mod("%d of %s", [1, "two"])).toBe("1 of two");
  expect(GodotString.mod("%05.2f", 1.5)).toBe("01.50");
  expect(GodotString.mod("%s", GodotArray.from(["a"]))).toBe("a");
  expect(StringName.mod("%v", new Vector2(1, 2))).toBe("(1.000000, 2.000000)");
});

describe("integers", () => {
  test.each([2n ** 63n - 1n, -(2n ** 63n), 2n ** 53n, -(2n ** 53n)])("%d is a bigint", (value) => {
    expect(echo(value)).toBe(value);
    expect(GodotString.numInt64(value)).toBe(String(value));
  });

  test.each([
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    [7n, 7],
    [-(2n ** 53n) + 1n, Number.MIN_SAFE_INTEGER],
  ])("%d is a number", (value, back) => {
    expect(echo(value)).toBe(back);
  });

  test("without a sign are the same bits, as in the engine", () => {
    expect(echo(2n ** 64n - 1n)).toBe(-1);
    expect(GodotString.numUint64(2n ** 64n - 1n, 16)).toBe("ffffffffffffffff");
    expect(ridFromInt64(2n ** 64n - 1n).id).toBe(2n ** 64n - 1n);
  });

  test.each([2n ** 64n, -(2n ** 63n) - 1n])("%d does not fit", (value) => {
    expect(() => echo(value)).toThrow(`bigint ${value} does not fit into 64 bits`);
  });

  test("that no bigint tells apart are floats", () => {
    expect(typeName(2 ** 53)).toBe("float");
    expect(typeName(-0)).toBe("float");
    expect(echo(-0)).toBe(-0);
  });
});

test("RIDs are compared by their ids", () => {
  expect(ridFromInt64(1).lessThan(ridFromInt64(2))).toBe(true);
  expect(ridFromInt64(1).greaterOrEqual(ridFromInt64(2))).toBe(false);
  expect(ridFromInt64(1).equals(ridFromInt64(1))).toBe(true);
  expect(ridFromInt64(1).isValid()).toBe(true);
});

test("a freed object in a value comes as null", () => {
  expect((probe.call("freed_in_array") as GodotArray).toJS()).toEqual([null]);
});
