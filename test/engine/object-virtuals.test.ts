import {
  type Dictionary,
  type Array as GodotArray,
  type Object as GodotObject,
  Node,
  PropertyHint,
  type PropertyInfo,
  PropertyUsageFlags,
  RefCounted,
  Variant,
  type VariantInput,
} from "godot";
import { property, register, t } from "godot-ts";
import { gdNode } from "./support/gdscript";
import { recordLog } from "./support/log-recorder";
import { enter } from "./support/tree";

const heard: string[] = [];

@register()
class TestNotified extends Node {
  override _notification(what: number): void {
    heard.push(`base ${what}`);
  }
}

@register()
class TestNotifiedToo extends TestNotified {
  override _notification(what: number): void {
    heard.push(`derived ${what}`);
  }
}

@register()
class TestNotifiedStill extends TestNotifiedToo {}

@register()
class TestVirtuals extends RefCounted {
  readonly levels = new Map<string, Variant>([["level", 1]]);
  @property(t.int) accessor seed = 7;

  override _get(property: string): VariantInput {
    return this.levels.get(property);
  }
  override _set(property: string, value: Variant): boolean {
    if (!property.startsWith("level")) return false;
    this.levels.set(property, value);
    return true;
  }
  override _getPropertyList(): PropertyInfo[] {
    return [{ name: "level", type: Variant.Type.TYPE_INT }];
  }
  override _validateProperty(property: Required<PropertyInfo>): void {
    if (property.name !== "seed") return;
    property.hint = PropertyHint.PROPERTY_HINT_RANGE;
    property.hintString = "0,10";
    property.usage |= PropertyUsageFlags.PROPERTY_USAGE_READ_ONLY;
  }
  override _propertyCanRevert(property: string): boolean {
    return property === "level";
  }
  override _propertyGetRevert(property: string): VariantInput {
    return property === "level" ? 1 : undefined;
  }
  override _toString(): string {
    return `levels: ${[...this.levels.values()].join(", ")}`;
  }
}

@register()
class TestMoreVirtuals extends TestVirtuals {
  override _get(property: string): VariantInput {
    return property === "level_of_child" ? 2 : undefined;
  }
  override _getPropertyList(): PropertyInfo[] {
    return [{ name: "level_of_child", type: Variant.Type.TYPE_INT }];
  }
}

@register()
class TestWrongVirtuals extends RefCounted {
  override _set(): boolean {
    return "done" as never;
  }
  override _getPropertyList(): PropertyInfo[] {
    return [{ name: "level", type: "int" as never }];
  }
  override _toString(): string {
    return 3 as never;
  }
  override _get(): VariantInput {
    throw new RangeError("no such level");
  }
}

let script: Node;
beforeAll(() => {
  script = gdNode("object_virtuals");
});
afterAll(() => script.free());

function infoOf(object: GodotObject, name: string): Dictionary | undefined {
  const list = object.getPropertyList() as GodotArray<Dictionary>;
  return list.toJS().find((each) => each.get("name") === name);
}

describe("_notification", () => {
  beforeEach(() => {
    heard.length = 0;
  });

  test("is called in all classes that have it, those that are extended first", () => {
    const node = new TestNotifiedStill();
    node.notification(Node.NOTIFICATION_PAUSED);
    expect(heard).toEqual(["base 14", "derived 14"]);
    node.free();
  });

  test("is called the other way round at an end", () => {
    const node = enter(new TestNotifiedToo());
    node.getParent()?.removeChild(node);
    expect(heard.filter((each) => each.endsWith(" 11"))).toEqual(["derived 11", "base 11"]);
    heard.length = 0;
    node.free();
    expect(heard.slice(0, 2)).toEqual(["derived 1", "base 1"]);
  });

  test("comes when the fields are there: not while the constructor runs", () => {
    new TestNotifiedToo().free();
    expect(heard).not.toContain("base 0");
  });

  test("that throws is reported, with its class", async () => {
    @register()
    class TestLoud extends Node {
      override _notification(what: number): void {
        if (what === Node.NOTIFICATION_PAUSED) throw new Error("too loud");
      }
    }
    const node = new TestLoud();
    const log = await recordLog(() => node.notification(Node.NOTIFICATION_PAUSED));
    expect(log.map((each) => each.text)).toEqual([expect.stringContaining("too loud")]);
    node.free();
  });
});

describe("_get and _set", () => {
  test("are properties to GDScript", () => {
    const bag = new TestVirtuals();
    script.call("write", bag, "level", 5);
    expect(script.call("read", bag, "level")).toBe(5);
    script.call("write_typed", bag, 6);
    expect(script.call("read_typed", bag)).toBe(6);
  });

  test("leave other properties to the class", () => {
    const bag = new TestVirtuals();
    script.call("write", bag, "seed", 9);
    expect(bag.seed).toBe(9);
    expect(script.call("read", bag, "seed")).toBe(9);
    expect(script.call("read", bag, "unknown")).toBeNull();
  });

  test("ask the class that extends another first, then the other", () => {
    const bag = new TestMoreVirtuals();
    expect(script.call("read", bag, "level_of_child")).toBe(2);
    expect(script.call("read", bag, "level")).toBe(1);
  });
});

describe("_getPropertyList", () => {
  test("adds to the list, in each class its own", () => {
    const names = (object: RefCounted) =>
      (script.call("own_properties", object) as GodotArray<string>).toJS();
    expect(names(new TestVirtuals())).toEqual(["level"]);
    expect(names(new TestMoreVirtuals()).sort()).toEqual(["level", "level_of_child"]);
  });
});

describe("_validateProperty", () => {
  test("changes how a property is shown", () => {
    const info = infoOf(new TestMoreVirtuals(), "seed");
    expect(info?.get("hint_string")).toBe("0,10");
    expect(info?.get("hint")).toBe(PropertyHint.PROPERTY_HINT_RANGE);
    expect(Number(info?.get("usage")) & PropertyUsageFlags.PROPERTY_USAGE_READ_ONLY).not.toBe(0);
  });
});

describe("_propertyCanRevert and _propertyGetRevert", () => {
  test("tell what a property is reverted to", () => {
    const bag = new TestMoreVirtuals();
    expect(bag.propertyCanRevert("level")).toBe(true);
    expect(bag.propertyCanRevert("other")).toBe(false);
    expect(bag.propertyGetRevert("level")).toBe(1);
    expect(bag.propertyGetRevert("other")).toBeNull();
  });
});

describe("_toString", () => {
  test("is what GDScript and JavaScript show", () => {
    const bag = new TestMoreVirtuals();
    expect(script.call("text_of", bag)).toBe("levels: 1");
    expect(bag.toString()).toBe("levels: 1");
    expect(`${bag}`).toBe("levels: 1");
  });
});

describe("a wrong result is reported, with the member", () => {
  const textsOf = async (run: () => unknown) => (await recordLog(run)).map((each) => each.text);

  test("of _set", async () => {
    expect(await textsOf(() => script.call("write", new TestWrongVirtuals(), "level", 1))).toEqual([
      expect.stringContaining(
        'TestWrongVirtuals._set(string "level") must return true or false, not string "done"',
      ),
    ]);
  });

  test("of _getPropertyList", async () => {
    expect(await textsOf(() => new TestWrongVirtuals().getPropertyList())).toEqual([
      expect.stringContaining(
        'TestWrongVirtuals._getPropertyList: item 0, "level", must have a type of Variant.Type, not string "int"',
      ),
    ]);
  });

  test("of _toString", async () => {
    expect(await textsOf(() => script.call("text_of", new TestWrongVirtuals()))).toEqual([
      expect.stringContaining("TestWrongVirtuals._toString must return a string, not number 3"),
    ]);
  });

  test("and what _get throws", async () => {
    expect(await textsOf(() => script.call("read", new TestWrongVirtuals(), "level"))).toEqual([
      expect.stringContaining("RangeError: no such level"),
    ]);
  });
});

test("classes without them are not asked", () => {
  @register()
  class TestPlain extends RefCounted {}
  expect(new TestPlain().toString()).toMatch(/^<TestPlain#-?\d+>$/);
});

test("a class too far from the engine's can't have a property list of its own, and says so", async () => {
  let Deepest: new () => RefCounted = RefCounted;
  const log = await recordLog(() => {
    for (let depth = 0; depth <= 17; depth++) {
      @register({ name: `TestDepth${depth}` })
      class Deeper extends Deepest {
        override _getPropertyList(): PropertyInfo[] {
          return [];
        }
      }
      Deepest = Deeper;
    }
  });
  expect(log.map(({ text }) => text.split("\n", 1)[0])).toEqual([
    "TypeError: @register: TestDepth17._getPropertyList is more than 16 classes of TypeScript's away from the engine's: implement it in one of those it extends",
  ]);
});
