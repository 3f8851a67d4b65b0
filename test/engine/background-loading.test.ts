import { writeFileSync } from "node:fs";
import {
  Array as GodotArray,
  Node,
  Node2D,
  OS,
  type PackedScene,
  Performance,
  RefCounted,
  Resource,
  ResourceLoader,
  type Variant,
  Vector2,
} from "godot";
import { indexed, method, property, register, t } from "godot-ts";
import { gdNode } from "./support/gdscript";
import { recordLog } from "./support/log-recorder";
import { enter, until } from "./support/tree";

const mainThread = OS.getMainThreadId();
/** The threads that constructors ran on. */
let constructedOn: (number | bigint)[] = [];

@register()
class TestLoadedItem extends Resource {
  readonly made = constructedOn.push(OS.getThreadCallerId());
  @property(t.string) accessor title = "none";
  @property(t.array) accessor tags: GodotArray = GodotArray.from([]);
}

@register()
class TestLoaded extends Node2D {
  readonly made = constructedOn.push(OS.getThreadCallerId());
  @property(t.int) accessor worth = 10;
  @property(t.string) accessor label = "";
  @property(t.optional(t.object(Resource))) accessor item: Resource | undefined;
  calls = 0;

  @method({ returns: t.int })
  count(): number {
    this.calls++;
    return this.calls;
  }
}

/** Stores what it has no property for, and hears of all that is set. */
@register()
class TestLoadedOpen extends Node2D {
  readonly log: unknown[] = [];
  @property(t.int) accessor worth = 1;

  override _set(name: string, value: Variant): boolean {
    this.log.push([name, value]);
    return name === "extra";
  }

  override _notification(what: number): void {
    if (what === Node.NOTIFICATION_ENTER_TREE) this.log.push("enters");
  }

  @indexed({ properties: { first: 0, second: 1 }, set: "setSlot" })
  @method({ args: [t.int], returns: t.int })
  slot(index: number): number {
    return this.#slots[index] ?? 0;
  }

  @method({ args: [t.int, t.int] })
  setSlot(index: number, value: number): void {
    this.#slots[index] = value;
  }

  readonly #slots = [0, 0];
}

@register()
class TestLoadedThrower extends Node {
  @property(t.int) accessor worth = 1;
  constructor() {
    super();
    constructedOn.push(OS.getThreadCallerId());
    throw new Error("made to fail");
  }
}

@register()
class TestLoadedBag extends RefCounted {
  @property(t.int) accessor worth = 1;
}

let script: Node;
beforeEach(() => {
  constructedOn = [];
  script = gdNode("background_loading");
});
afterEach(() => script.free());

/** Loads a file on the engine's threads, and waits for it. */
async function loadInBackground<R extends Resource>(path: string): Promise<R> {
  ResourceLoader.loadThreadedRequest(path, "", true);
  await until(
    () => ResourceLoader.loadThreadedGetStatus(path) !== ResourceLoader.THREAD_LOAD_IN_PROGRESS,
  );
  return ResourceLoader.loadThreadedGet<R>(path) as R;
}

function write(name: string, text: string): string {
  const path = `${OS.getUserDataDir()}/${process.pid}-${name}`;
  writeFileSync(path, text);
  return path;
}

const itemFile = () =>
  write(
    "item.tres",
    `[gd_resource type="TestLoadedItem" format=3]
[resource]
title = "a sword"
tags = ["sharp", 3]
`,
  );

const sceneFile = () =>
  write(
    "scene.tscn",
    `[gd_scene format=3]
[sub_resource type="TestLoadedItem" id="1"]
title = "a shield"
tags = ["round"]
[node name="Root" type="TestLoaded"]
worth = 5
label = "root"
position = Vector2(1, 2)
item = SubResource("1")
[node name="Leaf" type="TestLoaded" parent="."]
worth = 6
`,
  );

describe("a resource that is loaded in the background", () => {
  test("has the values that the file stores, and its constructor ran on the main thread", async () => {
    const item = await loadInBackground<TestLoadedItem>(itemFile());
    expect(item).toBeInstanceOf(TestLoadedItem);
    expect(item.title).toBe("a sword");
    expect(item.tags.toJS()).toEqual(["sharp", 3]);
    expect(constructedOn).toEqual([mainThread]);
  });
});

describe("a scene that is loaded in the background", () => {
  test("has nodes and resources with their values", async () => {
    const scene = await loadInBackground<PackedScene>(sceneFile());
    const root = scene.instantiate() as TestLoaded;
    expect([root.worth, root.label, root.position.x]).toEqual([5, "root", 1]);
    expect((root.item as TestLoadedItem).title).toBe("a shield");
    expect((root.item as TestLoadedItem).tags.toJS()).toEqual(["round"]);
    expect((root.getNode("Leaf") as TestLoaded).worth).toBe(6);
    root.free();
  });

  test("and instantiated there runs each constructor once, here, with the values set after", async () => {
    const scene = await loadInBackground<PackedScene>(sceneFile());
    constructedOn = [];
    const root = script.call("instantiate_on_thread", scene) as TestLoaded;
    const leaf = root.getNode("Leaf") as TestLoaded;
    expect(root).toBeInstanceOf(TestLoaded);
    expect([root.worth, root.label, leaf.worth, leaf.label]).toEqual([5, "root", 6, ""]);
    expect(new Set(constructedOn)).toEqual(new Set([mainThread]));
    root.free();
  });
});

describe("a node that another thread has made", () => {
  test("gets its constructor run when it enters the tree, if nobody has used it before", () => {
    script.call("add_made_on_thread", "TestLoaded");
    expect(constructedOn).toEqual([]);
    enter(script);
    expect(constructedOn).toEqual([mainThread]);
  });

  test("gets it run when GDScript reads a property", () => {
    script.call("hold_made_on_thread", 8);
    expect(constructedOn).toEqual([]);
    expect(script.call("worth_of_held")).toBe(8);
    expect(constructedOn).toEqual([mainThread]);
    script.call("free_held");
  });

  test("may be freed there, and nothing was built or is left", () => {
    const before = Performance.getMonitor(Performance.OBJECT_COUNT);
    script.call("make_and_free_on_thread", 100);
    expect(constructedOn).toEqual([]);
    expect(Performance.getMonitor(Performance.OBJECT_COUNT)).toBe(before);
  });

  test("tells there what was set there", () => {
    const [object, read] = (script.call("set_and_get_on_thread", "first") as GodotArray).toJS() as [
      TestLoaded,
      string,
    ];
    expect(read).toBe("first");
    expect(object.label).toBe("first");
    object.free();
  });

  test("has the last of the values that were set", () => {
    const node = script.call("set_twice_on_thread", 1, 2) as TestLoaded;
    expect(node.worth).toBe(2);
    node.free();
  });

  test("reports a stored value of the wrong type, with its member, and keeps its own", async () => {
    script.call("hold_made_on_thread", "much");
    let worth = 0;
    const log = await recordLog(() => {
      worth = script.call("worth_of_held") as number;
    });
    expect(worth).toBe(10);
    expect(log[0]?.text).toContain('TestLoaded.worth must be int, not string "much"');
    script.call("free_held");
  });

  test("refuses its methods there, with an error that says what to do", async () => {
    let answer: unknown;
    const log = await recordLog(() => {
      answer = script.call("count_on_thread");
    });
    expect(answer).toBe(0);
    expect(log.map((entry) => entry.text)).toEqual([
      "TestLoaded.count runs on the main thread only: use call_deferred",
    ]);
  });

  test("and is in use already refuses its properties there", async () => {
    const node = script.call("make_on_thread", "TestLoaded") as TestLoaded;
    expect(node.worth).toBe(10);
    const log = await recordLog(() => script.call("set_on_thread", node, "worth", 4));
    expect(node.worth).toBe(10);
    expect(log[0]?.text).toContain("TestLoaded.set_worth runs on the main thread only");
    node.free();
  });
});

describe("a class with _set and _notification, made by another thread,", () => {
  test("is told of all that was set there, in order, and the rest is set as well", async () => {
    const node = script.call("make_open_on_thread") as TestLoadedOpen;
    expect(node.log).toEqual([
      ["position", new Vector2(3, 4)],
      ["extra", "kept"],
      ["worth", 9],
      ["second", 7],
    ]);
    expect([node.position.x, node.worth, node.slot(1)]).toEqual([3, 9, 7]);
    node.free();
  });

  test("hears that it enters the tree", () => {
    script.call("add_made_on_thread", "TestLoadedOpen");
    enter(script);
    expect((script.getChild(0) as TestLoadedOpen).log).toEqual(["enters"]);
  });
});

test("a constructor that throws for an object of another thread's is reported once", async () => {
  const log = await recordLog(() => {
    script.call("add_made_on_thread", "TestLoadedThrower");
    enter(script);
    expect(script.getChild(0).getClass()).toBe("TestLoadedThrower");
    expect(script.getChild(0).isInsideTree()).toBe(true);
  });
  expect(constructedOn).toEqual([mainThread]);
  expect(script.getChild(0)).toBeInstanceOf(TestLoadedThrower);
  expect(log[0]?.text).toContain("made to fail");
});

test("a RefCounted that another thread has made keeps its values through its life", () => {
  const bag = script.call("make_bag_on_thread", 7) as TestLoadedBag;
  expect(bag).toBeInstanceOf(TestLoadedBag);
  expect(bag.worth).toBe(7);
});
