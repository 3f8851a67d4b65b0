/** What GDScript may set and pass, and what it is told when it may not. */
import {
  Callable,
  Dictionary,
  float,
  Array as GodotArray,
  Label,
  Node,
  Node2D,
  NodePath,
  PackedByteArray,
  PackedVector2Array,
  RefCounted,
  type Signal,
  StringName,
  TYPE_INT,
  TYPE_OBJECT,
  TYPE_STRING,
  type Variant,
  Vector2,
  Vector2i,
  Vector3,
} from "godot";
import { method, property, register, signal, t } from "godot-ts";
import { gdNode } from "./support/gdscript";
import { recordLog } from "./support/log-recorder";

enum Mood {
  CALM,
  ANGRY = 5,
}

@register()
class TestFitting extends Node {
  @property(t.bool) accessor flag = false;
  @property(t.int) accessor whole = 1;
  @property(t.int64) accessor long: number | bigint = 1;
  @property(t.float) accessor ratio = 0.5;
  @property(t.string) accessor text = "before";
  @property(t.stringName) accessor key = "before";
  @property(t.nodePath) accessor path = "before";
  @property(t.vector2) accessor place = Vector2.ONE;
  @property(t.vector2i) accessor cell = Vector2i.ONE;
  @property(t.callable) accessor action = Callable.from(() => {});
  @property(t.object(Node2D)) accessor target: Node2D = this.#own();
  @property(t.node(Label)) accessor label: Label | null = null;
  @property(t.node(() => TestFitting)) accessor next: TestFitting | null = null;
  @property(t.arrayOf(t.node(() => TestFitting))) accessor others: GodotArray<TestFitting | null> =
    new GodotArray<TestFitting>();
  @property(t.enum(Mood)) accessor mood: Mood = Mood.CALM;
  @property(t.enum(["slow", "fast"])) accessor pace: "slow" | "fast" = "slow";
  @property(t.enumOf(Node.ProcessMode)) accessor mode: Node.ProcessMode = Node.PROCESS_MODE_INHERIT;
  @property(t.array) accessor list = new GodotArray();
  @property(t.arrayOf(t.int)) accessor scores: GodotArray<number> = GodotArray.from([1, 2, 3]);
  @property(t.arrayOf(t.node(Node))) accessor nodes: GodotArray<Node | null> =
    new GodotArray<Node>();
  @property(t.dictionaryOf(t.string, t.int)) accessor prices: Dictionary<string, number> =
    Dictionary.from({ apple: 3 });
  @property(t.packedByteArray) accessor bytes = new Uint8Array([1]);
  @property(t.packedVector2Array) accessor points = new PackedVector2Array();
  @property(t.variant) accessor anything: Variant = null;
  @signal(t.arrayOf(t.int)) readonly scored!: Signal<[scores: GodotArray<number>]>;

  @method({ args: [t.arrayOf(t.int)], returns: t.int })
  addUp(scores: GodotArray<number>): number {
    return scores.toJS().reduce((sum, each) => sum + each, 0);
  }

  @method({ args: [t.optional(t.string, "gold")], returns: t.string })
  pay(currency: string): string {
    return currency;
  }

  @method({ args: [t.optional(t.int)], returns: t.string })
  maybe(count?: number): string {
    return String(count);
  }

  @method({ args: [t.enum(Mood)] })
  feel(_mood: Mood): void {}

  #own(): Node2D {
    const target = new Node2D();
    this.addChild(target);
    return target;
  }
}

let fitting: TestFitting;
let gd: Node;
beforeEach(() => {
  fitting = new TestFitting();
  gd = gdNode("properties");
});
afterEach(() => {
  fitting.free();
  gd.free();
});

const put = (name: string, value: unknown) => gd.call("put", fitting, name, value as never);
const typed = (value: unknown, kind: string) => gd.call("typed", value as never, kind);

/** The one error that setting a property gives. */
async function refusal(name: string, value: unknown): Promise<string> {
  const log = await recordLog(() => put(name, value));
  expect(log).toHaveLength(1);
  return log[0]?.text ?? "";
}

describe("numbers are converted as the engine converts them", () => {
  test.each([
    ["flag", 1, true],
    ["whole", float(3), 3],
    ["whole", true, 1],
    ["long", 2n ** 60n, 2n ** 60n],
    ["ratio", 3, 3],
    ["ratio", true, 1],
  ])("%s = %p", (name, value, expected) => {
    put(name, value);
    expect(Reflect.get(fitting, name)).toBe(expected);
  });

  test("vectors of ints become vectors of floats", () => {
    put("place", new Vector2i(3, 4));
    expect(fitting.place).toEqual(new Vector2(3, 4));
  });

  test("a float that is integral is one to GDScript too", () => {
    fitting.ratio = 3;
    expect(gd.call("type_of", fitting, "ratio")).toBe("float");
  });
});

describe("text is a string here and what it should be there", () => {
  test.each([
    ["text", "String"],
    ["key", "StringName"],
    ["path", "NodePath"],
  ])("%s is a %s", (name, type) => {
    for (const value of ["a", new StringName("a"), new NodePath("a")]) {
      put(name, value);
      expect(Reflect.get(fitting, name)).toBe("a");
    }
    expect(gd.call("type_of", fitting, name)).toBe(type);
  });
});

describe("what does not fit is refused by name, and the property stays as it was", () => {
  test.each([
    ["flag", "yes", 'must be bool, not string "yes"'],
    ["whole", 3.5, "must be int, not number 3.5"],
    ["whole", "3", 'must be int, not string "3"'],
    ["whole", 2n ** 60n, "must be int, not bigint 1152921504606846976"],
    ["whole", null, "must be int, not null"],
    ["ratio", "3", 'must be float, not string "3"'],
    ["text", 3, "must be String, not number 3"],
    ["place", Vector3.ZERO, "must be Vector2, not Vector3"],
    ["cell", Vector2.ONE, "must be Vector2i, not Vector2"],
    ["action", 3, "must be Callable, not number 3"],
    ["target", null, "must be Node2D, not null"],
    ["label", new RefCounted(), "must be Label or null, not RefCounted"],
    ["mood", 7, "must be one of CALM, ANGRY, not number 7"],
    ["pace", "slower", 'must be one of slow, fast, not string "slower"'],
    ["mode", "always", 'must be Node.ProcessMode, not string "always"'],
    ["list", 3, "must be Array, not number 3"],
    ["scores", ["a"], "must be Array[int], not Array"],
    ["prices", { apple: "a" }, "must be Dictionary[String, int], not Dictionary"],
    ["bytes", ["a"], "must be PackedByteArray, not Array"],
  ])("%s = %p", async (name, value, message) => {
    const before = Reflect.get(fitting, name);
    expect(await refusal(name, value)).toContain(`TestFitting.${name} ${message}`);
    expect(Reflect.get(fitting, name)).toBe(before);
  });

  test("an Array of another type", async () => {
    const nodes = typed([], "Array[Node]");
    expect(await refusal("bytes", 3)).toContain("TestFitting.bytes must be PackedByteArray");
    const strings = GodotArray.typed(TYPE_STRING as never, ["a"] as never);
    expect(await refusal("scores", strings)).toContain(
      "TestFitting.scores must be Array[int], not Array[String]",
    );
    put("nodes", nodes);
    expect(fitting.nodes.equals(nodes as GodotArray<Node>)).toBe(true);
  });

  test("an argument", async () => {
    const log = await recordLog(() => gd.call("run", fitting, "feel", 7));
    expect(log[0]?.text).toContain(
      "TestFitting.feel: argument 1 must be one of CALM, ANGRY, not number 7",
    );
  });
});

describe("objects", () => {
  test("null is let in where the schema says so", () => {
    fitting.label = new Label();
    fitting.addChild(fitting.label);
    put("label", null);
    expect(fitting.label).toBeNull();
  });

  test("a class may refer to itself", () => {
    put("next", fitting);
    expect(fitting.next).toBe(fitting);
    const next = [...fitting.getPropertyList()].find((each) => each.get("name") === "next");
    expect(next?.get("class_name")).toBe("TestFitting");
    put("others", [fitting, null]);
    expect(fitting.others.getTypedClassName()).toBe("TestFitting");
  });
});

describe("enums", () => {
  test("one of the engine's takes any int, as in the engine", () => {
    put("mode", 77);
    expect(fitting.mode as number).toBe(77);
  });
});

describe("typed containers", () => {
  test("an untyped one is typed from the start, so that GDScript may keep it", () => {
    expect(fitting.scores.getTypedBuiltin()).toBe(TYPE_INT);
    expect(fitting.nodes.getTypedBuiltin()).toBe(TYPE_OBJECT);
    expect(fitting.nodes.getTypedClassName()).toBe("Node");
    expect(fitting.prices.getTypedKeyBuiltin()).toBe(TYPE_STRING);
    fitting.scores = GodotArray.from([9]);
    expect(fitting.scores.getTypedBuiltin()).toBe(TYPE_INT);
    expect(fitting.scores.toJS()).toEqual([9]);
  });

  test("one of the right type is the same on both sides", () => {
    const scores = typed([1], "Array[int]") as GodotArray<number>;
    put("scores", scores);
    scores.push(2);
    expect(fitting.scores.toJS()).toEqual([1, 2]);
  });

  test("an untyped one of which all fits is copied", () => {
    put("scores", [1, float(2), true]);
    expect(fitting.scores.toJS()).toEqual([1, 2, 1]);
    put("prices", { pear: 4 });
    expect([...fitting.prices]).toEqual([["pear", 4]]);
    expect(fitting.prices.getTypedValueBuiltin()).toBe(TYPE_INT);
  });

  test("an Array is packed, and a packed one unpacked", () => {
    put("bytes", [1, 2]);
    expect(fitting.bytes).toEqual(new Uint8Array([1, 2]));
    put("points", [Vector2.ONE, Vector2i.ZERO]);
    expect([...fitting.points]).toEqual([Vector2.ONE, Vector2.ZERO]);
    put("list", new Uint8Array([3]));
    expect(fitting.list.toJS()).toEqual([3]);
    expect(PackedByteArray.size(fitting.bytes)).toBe(2);
  });

  test("GDScript's own types know them", () => {
    const user = gdNode("typed_properties");
    const result = user.call("use", fitting) as GodotArray;
    user.free();
    const [scores, after, sum, mode] = result.toJS() as [GodotArray, GodotArray, number, number];
    expect(scores.toJS()).toEqual([1, 2, 3, 4]);
    expect(after.toJS()).toEqual([1, 2]);
    expect(sum).toBe(3);
    expect(mode).toBe(Node.PROCESS_MODE_DISABLED);
  });
});

describe("arguments that are left out", () => {
  test("are the default, also where null is given", () => {
    expect(fitting.call("pay")).toBe("gold");
    expect(fitting.call("pay", null)).toBe("gold");
    expect(fitting.call("pay", "silver")).toBe("silver");
  });

  test("are undefined where there is none", () => {
    expect(fitting.call("maybe")).toBe("undefined");
    expect(fitting.call("maybe", 3)).toBe("3");
  });
});
