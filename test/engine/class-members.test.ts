import {
  ClassDB,
  type Dictionary,
  type Array as GodotArray,
  String as GodotString,
  Node,
  PropertyUsageFlags,
  RefCounted,
  type Signal,
  type Variant,
} from "godot";
import {
  bitfield,
  category,
  constant,
  enumeration,
  group,
  indexed,
  method,
  property,
  register,
  signal,
  subgroup,
  t,
} from "godot-ts";
import { gdNode } from "./support/gdscript";
import { recordLog } from "./support/log-recorder";

enum Kind {
  WOOD,
  PAPER,
}

@register()
class TestÄrmel extends RefCounted {
  @method({ args: [t.int], returns: t.int })
  static länge(n: number): number {
    return n * 10;
  }
}

@register()
class TestBox extends Node {
  @constant static readonly MAX_SIDES = 6;
  @enumeration static readonly Kind = Kind;
  @bitfield static readonly Side = { TOP: 1, LEFT: 2 } as const;

  @signal({ who: t.string, howOften: t.int }, { name: "was_opened" })
  readonly opened!: Signal<[who: string, howOften: number]>;

  @property(t.int, { name: "box_size" }) accessor size = 1;
  @category("Looks")
  @group("Paint", "paint_")
  @property(t.string)
  accessor paintColor = "red";
  @subgroup("Gloss")
  @property(t.float)
  accessor paintGloss = 0.5;
  @property(t.int) accessor größe = 1;
  // Node has get_children.
  @property(t.int) accessor children = 3;

  readonly #margins = [0, 0];

  @indexed({ properties: { marginTop: 0, marginLeft: 1 }, set: "setMargin" })
  @method({ args: [t.int], returns: t.int })
  getMargin(side: number): number {
    return this.#margins[side] ?? 0;
  }
  @method({ args: [t.int, t.int] })
  setMargin(side: number, value: number): void {
    this.#margins[side] = value;
  }

  @method({ args: [t.string], rest: t.variant, returns: t.string })
  say(format: string, ...values: Variant[]): string {
    return GodotString.mod(format, values);
  }

  @method({ args: [t.string, t.optional(t.int, 2)] })
  open(byWhom: string, howOften?: number): void {
    this.opened.emit(byWhom, howOften ?? 2);
  }

  @method({ name: "shut", rest: t.int })
  close(..._hours: number[]): void {}
}

let box: TestBox;
let script: Node;
beforeEach(() => {
  box = new TestBox();
  script = gdNode("class_members");
});
afterEach(() => {
  box.free();
  script.free();
});

const list = (value: unknown) => (value as GodotArray).toJS();

describe("constants, enums and bitfields", () => {
  test("are GDScript's", () => {
    expect(list(script.call("constants"))).toEqual([6, 0, 1, 3]);
    expect(script.call("typed_kind", Kind.PAPER)).toBe(1);
  });

  test("are listed by ClassDB", () => {
    expect(ClassDB.classGetEnumList("TestBox", true)).toEqual(["Kind", "Side"]);
    expect(ClassDB.classGetEnumConstants("TestBox", "Kind", true)).toEqual(["WOOD", "PAPER"]);
    expect(ClassDB.isClassEnumBitfield("TestBox", "Side", true)).toBe(true);
    expect(ClassDB.isClassEnumBitfield("TestBox", "Kind", true)).toBe(false);
    expect(ClassDB.classGetIntegerConstant("TestBox", "MAX_SIDES")).toBe(6);
  });

  test("that are no integers are refused", async () => {
    const log = await recordLog(() => {
      @register()
      class TestHalf extends Node {
        @constant static readonly HALF = 0.5;
      }
      return TestHalf;
    });
    expect(log[0]?.text).toContain("@register: TestHalf.HALF must be an integer, not number 0.5");
  });
});

describe("properties", () => {
  test("stand in the inspector under their headings", () => {
    const headings =
      PropertyUsageFlags.PROPERTY_USAGE_CATEGORY |
      PropertyUsageFlags.PROPERTY_USAGE_GROUP |
      PropertyUsageFlags.PROPERTY_USAGE_SUBGROUP;
    const properties = ClassDB.classGetPropertyList("TestBox", true) as GodotArray<Dictionary>;
    const shown = properties.toJS().map((each) => {
      const usage = Number(each.get("usage"));
      const prefix = (usage & headings) === 0 ? "" : ` ${usage}:${each.get("hint_string")}`;
      return `${each.get("name")}${prefix}`;
    });
    expect(shown).toEqual([
      "box_size",
      "Looks 128:",
      "Paint 64:paint_",
      "paint_color",
      "Gloss 256:",
      "paint_gloss",
      "größe",
      "children",
      "margin_top",
      "margin_left",
    ]);
  });

  test("of an index share their methods", () => {
    expect(list(script.call("change_margins", box))).toEqual([3, 4]);
    expect(list(script.call("change_margins_untyped", box))).toEqual([5, 4]);
    expect(box.getMargin(0)).toBe(5);
  });

  test("may have a name of their own in Godot", () => {
    expect(script.call("change_size", box)).toBe(12);
    expect(box.size).toBe(12);
  });

  test("may have a name whose getter the engine has", () => {
    expect(box.get("children")).toBe(3);
    expect(box.getChildren().length).toBe(0);
  });

  test("and classes and methods may have names in any script", () => {
    expect(script.call("umlaut", box)).toBe(80);
    expect(box.größe).toBe(4);
    expect(ClassDB.classExists(TestÄrmel.name)).toBe(true);
  });
});

describe("methods with any number of arguments", () => {
  test("get all of them", () => {
    expect(script.call("say", box)).toBe("1 and two");
    expect(script.call("say_untyped", box, ["%s, %s", 3, null])).toBe("3, <null>");
  });

  test("report one of the wrong type, and too few", async () => {
    const log = await recordLog(() => {
      script.call("say_untyped", box, []);
      box.call("shut", 1, "two");
    });
    expect(log.map((each) => each.text)).toEqual([
      expect.stringContaining("TestBox.say takes at least 1 arguments, got 0"),
      expect.stringContaining('TestBox.close: argument 2 must be int, not string "two"'),
    ]);
  });
});

describe("names of arguments", () => {
  const argumentsIn = (members: Variant, name: string) => {
    const found = (members as GodotArray<Dictionary>)
      .toJS()
      .filter((each) => each.get("name") === name);
    return found.flatMap((each) =>
      (each.get("args") as GodotArray<Dictionary>).toJS().map((argument) => argument.get("name")),
    );
  };

  test("of a method are those of its parameters", () => {
    const methods = ClassDB.classGetMethodList("TestBox", true) as Variant;
    expect(argumentsIn(methods, "open")).toEqual(["by_whom", "how_often"]);
    expect(argumentsIn(methods, "say")).toEqual(["format"]);
  });

  test("of a signal are those that it is declared with", () => {
    const signals = ClassDB.classGetSignalList("TestBox", true) as Variant;
    expect(argumentsIn(signals, "was_opened")).toEqual(["who", "how_often"]);
    expect(list(script.call("opened_by", box))).toEqual(["me", 2]);
  });
});
