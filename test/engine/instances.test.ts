import { writeFileSync } from "node:fs";
import {
  ClassDB,
  instanceFromId,
  isInstanceValid,
  Node,
  Node2D,
  OS,
  PackedScene,
  Performance,
  RefCounted,
  ResourceLoader,
} from "godot";
import { nextFrame, property, register, t } from "godot-ts";
import { collectGarbageUntil } from "./support/collect-garbage";
import { gdNode } from "./support/gdscript";
import { recordLog } from "./support/log-recorder";
import { enter } from "./support/tree";

let constructed: string[] = [];
beforeEach(() => {
  constructed = [];
});

@register()
class TestMade extends Node2D {
  @property(t.int) accessor worth = 10;
  readonly child = new Node();
  readonly nameThen: string;

  constructor() {
    super();
    constructed.push("TestMade");
    this.child.name = "Child";
    this.addChild(this.child);
    this.nameThen = this.name;
    this.rotation = 1.5;
  }
}

@register()
class TestMadeDeeper extends TestMade {
  readonly depth = constructed.push("TestMadeDeeper");
}

@register()
class TestThrowsEarly extends Node {
  constructor() {
    if (constructed.push("TestThrowsEarly") > 0) throw new Error("before super");
    super();
  }
}

@register()
class TestThrowsLate extends Node {
  readonly child = new Node();
  constructor() {
    super();
    lastId = Number(this.getInstanceId());
    this.addChild(this.child);
    throw new RangeError("after super");
  }
}

@register()
class TestThrowsCounted extends RefCounted {
  constructor() {
    super();
    lastId = Number(this.getInstanceId());
    throw new RangeError("counted");
  }
}

@register()
class TestFreesItself extends Node {
  readonly items = ["kept"];
  constructor() {
    super();
    lastId = Number(this.getInstanceId());
    this.free();
  }
}

@register()
class TestFreesInReady extends Node {
  override _ready(): void {
    this.queueFree();
  }
}

@register()
class TestFreesAndThrows extends Node {
  constructor() {
    super();
    lastId = Number(this.getInstanceId());
    try {
      throw new RangeError("in its level");
    } catch (error) {
      this.free();
      throw error;
    }
  }
}

let lastId = 0;
let script: Node;
beforeEach(() => {
  lastId = 0;
  script = gdNode("lifetime");
});
afterEach(() => script.free());

describe("the constructor runs once", () => {
  test("for new in TypeScript", () => {
    const made = new TestMade();
    expect(constructed).toEqual(["TestMade"]);
    made.free();
  });

  test("for new in GDScript", () => {
    const made = script.call("make") as TestMade;
    expect(made.worth).toBe(10);
    expect(constructed).toEqual(["TestMade"]);
    made.free();
  });

  test("for ClassDB, and of the base before the class", () => {
    const made = ClassDB.instantiate("TestMadeDeeper") as TestMadeDeeper;
    expect(constructed).toEqual(["TestMade", "TestMadeDeeper"]);
    made.free();
  });

  test("for each node of a scene", () => {
    const scene = sceneOf(5);
    constructed = [];
    const first = scene.instantiate() as TestMade;
    const second = scene.instantiate() as TestMade;
    expect([first.worth, second.worth]).toEqual([5, 5]);
    expect(constructed).toEqual(["TestMade", "TestMade"]);
    first.free();
    second.free();
  });

  test("for a duplicate, which has the values of the original", () => {
    const made = new TestMade();
    made.worth = 7;
    constructed = [];
    const copy = made.duplicate() as TestMade;
    expect(copy).toBeInstanceOf(TestMade);
    expect(copy.worth).toBe(7);
    expect(constructed).toEqual(["TestMade"]);
    made.free();
    copy.free();
  });
});

describe("the constructor's body", () => {
  test("has the engine's half: it adds children, reads and writes properties", () => {
    const made = script.call("make") as TestMade;
    expect(made.getChildCount()).toBe(1);
    expect(made.child.getParent()).toBe(made);
    expect(made.nameThen).toBe("");
    expect(made.rotation).toBe(1.5);
    made.free();
  });

  test("may have set what a scene then changes", () => {
    const made = new TestMade();
    made.rotation = 0.5;
    const scene = new PackedScene();
    scene.pack(made);
    const loaded = scene.instantiate() as TestMade;
    expect(loaded.rotation).toBe(0.5);
    made.free();
    loaded.free();
  });
});

describe("a constructor that throws", () => {
  test("after super gives GDScript null, and what it had made is freed", async () => {
    const before = Performance.getMonitor(Performance.OBJECT_NODE_COUNT);
    let made: unknown;
    const log = await recordLog(() => {
      made = script.call("make_throwing");
    });
    expect(made).toBeNull();
    expect(log[0]).toEqual({
      kind: "script error",
      text: expect.stringContaining("RangeError: after super"),
      file: "res://test/engine/instances.test.ts",
      line: expect.any(Number),
    });
    expect(script.call("is_alive", lastId)).toBe(false);
    expect(Performance.getMonitor(Performance.OBJECT_NODE_COUNT)).toBe(before);
  });

  test("before super gives GDScript null, is called once, and leaks nothing", async () => {
    const before = Performance.getMonitor(Performance.OBJECT_NODE_COUNT);
    let made: unknown;
    const log = await recordLog(() => {
      made = script.call("make_early_throwing");
    });
    expect(made).toBeNull();
    expect(constructed).toEqual(["TestThrowsEarly"]);
    expect(log[0]?.text).toContain("Error: before super");
    expect(Performance.getMonitor(Performance.OBJECT_NODE_COUNT)).toBe(before);
  });

  test("of a RefCounted gives GDScript null, and frees the object", async () => {
    let made: unknown;
    const log = await recordLog(() => {
      made = script.call("make_throwing_counted");
    });
    expect(made).toBeNull();
    expect(log[0]?.text).toContain("RangeError: counted");
    expect(script.call("is_alive", lastId)).toBe(false);
  });

  test("in a scene is reported, and the rest of the scene is there", async () => {
    const path = `${OS.getUserDataDir()}/throws-${process.pid}.tscn`;
    writeFileSync(
      path,
      `[gd_scene format=3]
[node name="Root" type="Node"]
[node name="Broken" type="TestThrowsLate" parent="."]
[node name="Made" type="TestMade" parent="."]
worth = 3
`,
    );
    const scene = ResourceLoader.load<PackedScene>(path, "PackedScene") as PackedScene;
    const root = new Node();
    const log = await recordLog(() => root.addChild(scene.instantiate()));
    expect(log[0]?.text).toContain("RangeError: after super");
    expect((root.getNode("Root/Made") as TestMade).worth).toBe(3);
    expect(root.getNode("Root/Broken").getClass()).toBe("Node");
    root.free();
  });

  test("throws where TypeScript called it", () => {
    expect(() => new TestThrowsEarly()).toThrow(new Error("before super"));
    expect(() => new TestThrowsLate()).toThrow(new RangeError("after super"));
    // It is the caller's to free, as any node of nobody's.
    (instanceFromId(lastId) as Node).free();
  });

  test("of a RefCounted throws where TypeScript called it, and the object is collected", async () => {
    expect(() => new TestThrowsCounted()).toThrow(new RangeError("counted"));
    await collectGarbageUntil(() => script.call("is_alive", lastId) === false);
  });
});

describe("a constructor that frees its node and throws", () => {
  test("leaves nothing where TypeScript called it", () => {
    expect(() => new TestFreesAndThrows()).toThrow(new RangeError("in its level"));
    expect(instanceFromId(lastId)).toBeNull();
  });

  test("gives null where the engine called it", async () => {
    let made: unknown;
    const log = await recordLog(() => {
      made = ClassDB.instantiate("TestFreesAndThrows");
    });
    expect(made).toBeNull();
    expect(log[0]?.text).toContain("RangeError: in its level");
    expect(instanceFromId(lastId)).toBeNull();
  });
});

describe("an object is freed", () => {
  test("by its own constructor, which GDScript called: it gets null", async () => {
    let made: unknown;
    await recordLog(() => {
      made = script.call("make_self_freeing");
    });
    expect(made).toBeNull();
    expect(instanceFromId(lastId)).toBeNull();
  });

  test("by its own constructor, which TypeScript called", () => {
    const made = new TestFreesItself();
    expect(isInstanceValid(made)).toBe(false);
    expect(made.items).toEqual(["kept"]);
  });

  test("at the end of the frame in which it became ready", async () => {
    const node = enter(new TestFreesInReady());
    expect(isInstanceValid(node)).toBe(true);
    await nextFrame();
    await nextFrame();
    expect(isInstanceValid(node)).toBe(false);
  });
});

/** A scene that is one coin of that worth, as a file would give it. */
function sceneOf(worth: number): PackedScene {
  const made = new TestMade();
  made.worth = worth;
  const scene = new PackedScene();
  scene.pack(made);
  made.free();
  return scene;
}
