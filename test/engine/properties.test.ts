import {
  ClassDB,
  Dictionary,
  Array as GodotArray,
  Label,
  Node,
  PackedScene,
  PropertyUsageFlags,
  Resource,
  ResourceLoader,
  ResourceSaver,
  Vector2,
} from "godot";
import { property, register, t } from "godot-ts";
import { gdNode } from "./support/gdscript";
import { recordLog } from "./support/log-recorder";

@register()
class TestSetter extends Node {
  #radians = 0;
  readonly seen: number[] = [];

  @property(t.float, { storage: false })
  get degrees(): number {
    return this.#radians * 100;
  }
  set degrees(value: number) {
    if (value < 0) throw new RangeError("less than nothing");
    this.seen.push(value);
    this.#radians = value / 100;
  }

  @property(t.int)
  get turns(): number {
    return Math.floor(this.degrees / 360);
  }

  @property(t.float) accessor spin = 2;
}

@register()
class TestFastSetter extends TestSetter {
  override get degrees(): number {
    return 7;
  }
  override set degrees(_value: number) {}
}

@register()
class TestStored extends Node {
  @property(t.range(1, 100)) accessor worth = 10;
  @property(t.vector2) accessor place = new Vector2(1, 2);
  @property(t.arrayOf(t.int)) accessor scores: GodotArray<number> = GodotArray.from([1]);
  @property(t.node(Label)) accessor label: Label | null = null;
  @property(t.arrayOf(t.node(Node))) accessor nodes: GodotArray<Node | null> =
    new GodotArray<Node>();
  @property(t.string, { storage: false }) accessor hint = "here";
}

@register()
class TestRecipe extends Resource {
  @property(t.string) accessor title = "";
  @property(t.dictionaryOf(t.string, t.int)) accessor parts: Dictionary<string, number> =
    new Dictionary<string, number>();
  @property(t.resource(Resource)) accessor next: Resource | null = null;
}

const propertyOf = (object: Node, name: string) =>
  [...object.getPropertyList()].find((each) => each.get("name") === name);

describe("a getter and a setter", () => {
  let node: TestSetter;
  let gd: Node;
  beforeEach(() => {
    node = new TestSetter();
    gd = gdNode("properties");
  });
  afterEach(() => {
    node.free();
    gd.free();
  });

  test("are what Godot reads and writes", () => {
    expect(gd.call("put", node, "degrees", 90)).toBe(90);
    expect(node.seen).toEqual([90]);
  });

  test("a value that the setter refuses leaves the old one, and is reported", async () => {
    node.degrees = 5;
    const log = await recordLog(() => gd.call("put", node, "degrees", -1));
    expect(log[0]?.text).toContain("RangeError: less than nothing");
    expect(node.degrees).toBe(5);
  });

  test("the getter alone can only be read, and is shown so", () => {
    gd.call("put", node, "turns", 5);
    expect(node.turns).toBe(0);
    expect(propertyOf(node, "turns")?.get("usage")).toBe(
      PropertyUsageFlags.PROPERTY_USAGE_EDITOR | PropertyUsageFlags.PROPERTY_USAGE_READ_ONLY,
    );
  });

  test("may be overridden by those of a class that extends this one", () => {
    const fast = new TestFastSetter();
    expect(gd.call("put", fast, "degrees", 90)).toBe(7);
    expect(fast.seen).toEqual([]);
    fast.free();
  });
});

describe("the default of a property", () => {
  test.each([
    ["worth", 10],
    ["place", new Vector2(1, 2)],
    ["label", null],
  ])("%s is what a new instance has", (name, value) => {
    expect(ClassDB.classGetPropertyDefaultValue("TestStored", name)).toEqual(value);
  });

  test("of a typed Array is typed", () => {
    const scores = ClassDB.classGetPropertyDefaultValue("TestStored", "scores") as GodotArray;
    expect(scores.toJS()).toEqual([1]);
    expect(scores.isTyped()).toBe(true);
  });
});

/** The names of the properties that a scene stores of its root. */
function storedOf(scene: PackedScene): string[] {
  const state = scene.getState();
  return Array.from({ length: state.getNodePropertyCount(0) }, (_, place) =>
    state.getNodePropertyName(0, place),
  );
}

describe("a scene", () => {
  let node: TestStored;
  beforeEach(() => {
    node = new TestStored();
  });
  afterEach(() => node.free());

  test("stores what is not the default, and what is to be stored", () => {
    node.worth = 11;
    node.hint = "there";
    const scene = new PackedScene();
    scene.pack(node);
    expect(storedOf(scene)).toEqual(["worth"]);
  });

  test("gives nodes back their nodes", () => {
    const label = new Label();
    node.addChild(label);
    label.owner = node;
    node.label = label;
    node.nodes.push(label, null);
    const scene = new PackedScene();
    scene.pack(node);
    const copy = scene.instantiate<TestStored>();
    expect(copy.label).toBe(copy.getChild(0));
    expect(copy.nodes.toJS()).toEqual([copy.getChild(0), null]);
    copy.free();
  });
});

test("a resource is saved with its properties, and loaded with their types", () => {
  const recipe = new TestRecipe();
  recipe.title = "cake";
  recipe.parts.set("egg", 3);
  recipe.next = new TestRecipe();
  // Of a typed Dictionary in a text file, the engine leaks the names of all types.
  const path = `user://recipe-${process.pid}.res`;
  ResourceSaver.save(recipe, path);
  const loaded = ResourceLoader.load(path, "", 0) as TestRecipe;
  expect(loaded).toBeInstanceOf(TestRecipe);
  expect(loaded.title).toBe("cake");
  expect([...loaded.parts]).toEqual([["egg", 3]]);
  expect(loaded.parts.isTyped()).toBe(true);
  expect(loaded.next).toBeInstanceOf(TestRecipe);
});

test("a private member is refused", () => {
  expect(() => {
    class Private extends Node {
      @property(t.int) accessor #secret = 3;
      read(): number {
        return this.#secret;
      }
    }
    return Private;
  }).toThrow("@property: #secret must be a public member of the instance");
});
