import { inspect } from "node:util";
import {
  Callable,
  Dictionary,
  FreedObjectError,
  Array as GodotArray,
  Node,
  Node2D,
  type Script,
  TYPE_INT,
  TYPE_NIL,
  TYPE_OBJECT,
  TYPE_STRING,
  type Variant,
  Vector2,
} from "godot";
import { register } from "godot-ts";
import { gdNode, gdscript } from "./support/gdscript";
import { recordLog } from "./support/log-recorder";

@register({ name: "ContainerFriend" })
class Friend extends Node {}

const nodes: Node[] = [];
const made = <N extends Node>(node: N): N => {
  nodes.push(node);
  return node;
};
afterEach(() => {
  for (const node of nodes.splice(0)) node.free();
});

describe("an Array", () => {
  test("is made from any iterable", () => {
    expect(GodotArray.from(new Set([1, 2])).toJS()).toEqual([1, 2]);
    expect(GodotArray.from("ab").toJS()).toEqual(["a", "b"]);
  });

  test("has null where JavaScript's has a hole or undefined", () => {
    const holes = [1, undefined, 3];
    delete holes[0];
    expect(GodotArray.from(holes).toJS()).toEqual([null, null, 3]);
  });

  test("is read and written by place, from the end too", () => {
    const array = GodotArray.from([1, 2, 3]);
    array.set(-1, 30);
    expect([array.get(0), array.get(-1), array.get(-3)]).toEqual([1, 30, 1]);
  });

  test.each([3, -4, 0.5, Number.NaN])("has no place %d of three", (place) => {
    const array = GodotArray.from([1, 2, 3]);
    expect(() => array.get(place)).toThrow(RangeError);
    expect(() => array.set(place, 0)).toThrow(`index ${place} is outside of an array of 3 items`);
  });

  test("takes several items at once", () => {
    const array = GodotArray.from([1]);
    expect(array.push(2, 3)).toBe(3);
    expect(array.push()).toBe(3);
    expect(array.toJS()).toEqual([1, 2, 3]);
  });

  test("iterates over what is there when the loop begins", () => {
    const array = GodotArray.from([1, 2]);
    const seen: number[] = [];
    for (const item of array) {
      seen.push(item);
      array.push(item + 10);
    }
    expect(seen).toEqual([1, 2]);
    expect(array.length).toBe(4);
  });

  test("calls JavaScript functions to sort, map, filter and reduce", () => {
    const array = GodotArray.from([3, 1, 2]);
    array.sortCustom((a, b) => a > b);
    expect(array.toJS()).toEqual([3, 2, 1]);
    expect(array.map((item) => item * 2).toJS()).toEqual([6, 4, 2]);
    expect(array.filter((item) => item > 1).toJS()).toEqual([3, 2]);
    expect(array.reduce((sum, item) => sum + item, 0)).toBe(6);
    expect(array.any((item) => item === 3)).toBe(true);
    expect(array.findCustom((item) => item === 1)).toBe(2);
  });

  test("picks and shuffles among its own items", () => {
    const array = GodotArray.from([1, 2, 3]);
    expect([1, 2, 3]).toContain(array.pickRandom());
    array.shuffle();
    expect(array.toJS().sort()).toEqual([1, 2, 3]);
  });

  test("compares by what it holds, also with a JavaScript array", () => {
    const array = GodotArray.from<Variant>([1, GodotArray.from(["a"])]);
    expect(array.equals(GodotArray.from<Variant>([1, GodotArray.from(["a"])]))).toBe(true);
    expect(array.equals([1, GodotArray.from(["b"])])).toBe(false);
    expect(GodotArray.from([1, 2]).lessThan([1, 3])).toBe(true);
    expect(GodotArray.from([1, 2]).greaterOrEqual([1, 3])).toBe(false);
    expect(GodotArray.from([1]).concat([2]).toJS()).toEqual([1, 2]);
  });

  test("shows its items to console.log", () => {
    expect(inspect(GodotArray.from([1, "a"]))).toBe('Array [1, "a"]');
    expect(inspect(Dictionary.from({ a: 1 }))).toBe('Dictionary { "a": 1 }');
  });

  test("that is read-only refuses a change", () => {
    const array = GodotArray.from([1]);
    array.makeReadOnly();
    expect(array.isReadOnly()).toBe(true);
    expect(() => array.set(0, 2)).toThrow("the Array is read-only");
    expect(array.toJS()).toEqual([1]);
  });

  test("of ten thousand items crosses there and back", () => {
    const items = Array.from({ length: 10_000 }, (_, place) => place / 2);
    expect(GodotArray.from(items).toJS()).toEqual(items);
  });
});

describe("a typed Array", () => {
  test("of a builtin type", () => {
    const array = GodotArray.typed(TYPE_INT, [1, 2]);
    expect(array.getTypedBuiltin()).toBe(TYPE_INT);
    expect(array.toJS()).toEqual([1, 2]);
  });

  test("of a math type", () => {
    const array = GodotArray.typed(Vector2, [Vector2.ONE]);
    expect(array.isSameTyped(GodotArray.typed(Vector2))).toBe(true);
    expect(array.get(0)).toStrictEqual(Vector2.ONE);
  });

  test("of a class", () => {
    const node = made(new Node2D());
    const array = GodotArray.typed<Node>(Node, [node]);
    expect(array.getTypedBuiltin()).toBe(TYPE_OBJECT);
    expect(array.getTypedClassName()).toBe("Node");
    expect(array.get(0)).toBe(node);
  });

  test("of a class of one's own, by the name that the engine has for it", () => {
    const friend = made(new Friend());
    const array = GodotArray.typed(Friend, [friend]);
    expect(array.getTypedClassName()).toBe("ContainerFriend");
    expect(array.get(0)).toBe(friend);
  });

  test("of a class that is not registered is refused", () => {
    class Stranger {}
    expect(() => GodotArray.typed(Stranger as never)).toThrow(/Stranger is no type/);
  });

  test("of a script", () => {
    const script: Script = gdscript("probe");
    const node = made(gdNode("probe"));
    const array = GodotArray.typed(script, [node]);
    expect(array.getTypedScript()).toBe(script);
    expect(array.get(0)).toBe(node);
  });

  test("refuses an item of another type", async () => {
    const log = await recordLog(() => {
      expect(() => GodotArray.typed<Variant>(TYPE_INT, ["a"])).toThrow(
        "Array.typed: an item is of another type",
      );
    });
    expect(log.length).toBeGreaterThan(0);
  });

  test("is what GDScript takes for one", () => {
    const probe = made(gdNode("probe"));
    expect(probe.call("sum_typed", GodotArray.typed(TYPE_INT, [1, 2]))).toBe(3);
  });
});

describe("a Dictionary", () => {
  test("is read like a Map", () => {
    const dictionary = Dictionary.from({ a: 1, b: 2 });
    expect([...dictionary.keys()]).toEqual(["a", "b"]);
    expect([...dictionary.values()]).toEqual([1, 2]);
    expect([...dictionary]).toEqual([
      ["a", 1],
      ["b", 2],
    ]);
    expect(dictionary.toJS()).toEqual(
      new Map([
        ["a", 1],
        ["b", 2],
      ]),
    );
  });

  test("is copied from another", () => {
    const dictionary = Dictionary.from({ a: 1 });
    const copy = Dictionary.from(dictionary);
    copy.set("a", 2);
    expect([dictionary.get("a"), copy.get("a")]).toEqual([1, 2]);
  });

  test("tells null from what is not there", () => {
    const dictionary = Dictionary.from({ a: null });
    expect(dictionary.get("a")).toBeNull();
    expect(dictionary.get("b")).toBeUndefined();
    expect([dictionary.has("a"), dictionary.has("b")]).toEqual([true, false]);
  });

  test("sets in a chain and deletes", () => {
    const dictionary = new Dictionary().set("a", 1).set(2, "b");
    expect(dictionary.size).toBe(2);
    expect([dictionary.delete("a"), dictionary.delete("a")]).toEqual([true, false]);
  });

  test("merges another, or an object", () => {
    const dictionary = Dictionary.from<Variant>({ a: 1, b: 2 });
    dictionary.merge({ b: 3, c: 4 }, true);
    expect(dictionary.equals({ a: 1, b: 3, c: 4 })).toBe(true);
    expect(dictionary.merged({ d: 5 }).size).toBe(4);
    expect(dictionary.findKey(3)).toBe("b");
    expect(dictionary.getOrAdd("e", 6)).toBe(6);
  });

  test("may be typed", () => {
    const dictionary = Dictionary.typed(TYPE_STRING, Vector2, { a: Vector2.ONE });
    expect(dictionary.isTyped()).toBe(true);
    expect(dictionary.get("a")).toStrictEqual(Vector2.ONE);
    expect(Dictionary.typed(TYPE_STRING, TYPE_NIL).isTypedValue()).toBe(false);
  });

  test("that is typed or read-only refuses what doesn't fit", async () => {
    const typed: Dictionary = Dictionary.typed(TYPE_STRING, TYPE_INT);
    const fixed = Dictionary.from({ a: 1 });
    fixed.makeReadOnly();
    await recordLog(() => {
      expect(() => typed.set("a", "b")).toThrow(TypeError);
      expect(() => fixed.set("a", 2)).toThrow(TypeError);
      expect(() => Dictionary.typed<Variant>(TYPE_STRING, TYPE_INT, { a: "b" })).toThrow(
        "Dictionary.typed: a key or a value is of another type",
      );
    });
    expect(fixed.get("a")).toBe(1);
  });
});

describe("a method of a handle", () => {
  test("refuses another receiver", () => {
    const { toJS, push } = GodotArray.prototype;
    expect(() => toJS.call(Callable.from(() => {}) as never)).toThrow(TypeError);
    expect(() => toJS.call({} as never)).toThrow(/an Array or a Dictionary .* is wanted/);
    expect(() => push.call(new Dictionary() as never, 1)).toThrow(/must be Array/);
    expect(() => Dictionary.prototype.get.call({} as never, 1)).toThrow(TypeError);
  });

  test("names what it refuses", () => {
    const array = GodotArray.from([1]);
    expect(() => array.insert("0" as never, 2)).toThrow(
      'Array.insert: argument 1 must be int, not string "0"',
    );
    expect(() => (array.reverse as (extra: number) => void).call(array, 1)).toThrow(
      "Array.reverse takes 0 arguments, got 1",
    );
    expect(() => Dictionary.from(null as never)).toThrow(TypeError);
  });
});

describe("a JavaScript structure", () => {
  test("that lies in itself is refused, wherever", () => {
    const cycle: unknown[] = [];
    cycle.push({ inside: new Map([["again", cycle]]) });
    expect(() => GodotArray.from(cycle as never[])).toThrow(
      new TypeError("an object that lies in itself has no counterpart in the engine"),
    );
    expect(() => made(new Node()).setMeta("cycle", cycle as never)).toThrow(/lies in itself/);
  });

  test("with a freed object in it is refused", () => {
    const node = new Node();
    node.free();
    expect(() => GodotArray.from([node])).toThrow(FreedObjectError);
    expect(() => Dictionary.from({ node })).toThrow(FreedObjectError);
  });

  test("may hold one object twice", () => {
    const shared = ["shared"];
    const array = GodotArray.from([shared, shared]);
    expect(array.toJS().map((each) => (each as GodotArray).toJS())).toEqual([
      ["shared"],
      ["shared"],
    ]);
  });

  test("deeper than the engine stores is refused", () => {
    let deep: unknown[] = [];
    for (let level = 0; level < 2000; level++) deep = [deep];
    expect(() => GodotArray.from(deep as never[])).toThrow(/nested deeper than 1024 levels/);
  });

  test("passes on what its getters throw", () => {
    const thrower = {
      get value(): never {
        throw new RangeError("mine");
      },
    };
    expect(() => Dictionary.from(thrower)).toThrow(new RangeError("mine"));
    expect(() => GodotArray.from([thrower])).toThrow(new RangeError("mine"));
  });

  test("of a class of one's own is refused, by its name", () => {
    class Inventory {}
    expect(() => GodotArray.from([new Inventory() as never])).toThrow(/Inventory/);
  });

  test("that is an Array of one's own class is an Array", () => {
    class Stack extends Array<number> {}
    expect(GodotArray.from([Stack.of(1, 2)]).get(0)).toBeInstanceOf(GodotArray);
  });
});
