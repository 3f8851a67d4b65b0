import {
  FreedObjectError,
  instanceFromId,
  isInstanceValid,
  Node,
  PackedScene,
  Performance,
  RefCounted,
  Resource,
  Timer,
} from "godot";
import { nextFrame } from "godot-ts";
import { collectGarbage, collectGarbageUntil } from "./support/collect-garbage";
import { gdNode } from "./support/gdscript";
import { enter, tree, until } from "./support/tree";

let probe: Node;
beforeAll(() => {
  probe = gdNode("probe");
});
afterAll(() => probe.free());

describe("identity", () => {
  test("the same engine object is the same JavaScript object", () => {
    const parent = new Node();
    const child = new Node();
    parent.addChild(child);
    expect(parent.getChild(0)).toBe(child);
    expect(child.getParent()).toBe(parent);
    expect(instanceFromId(child.getInstanceId())).toBe(child);
    parent.free();
  });

  test("an object that the engine made has its own class", () => {
    const child = new Timer();
    probe.set("held", child);
    expect(probe.get("held")).toBeInstanceOf(Timer);
    child.free();
    probe.set("held", null);
  });

  test("what JavaScript keeps in an object is there when it comes back from the engine", () => {
    const child = new Node() as Node & { note?: string };
    child.note = "remember";
    probe.addChild(child);
    expect((probe.getChild(0) as Node & { note?: string }).note).toBe("remember");
    child.free();
  });

  test("an object passed to GDScript is the same there", () => {
    const node = new Node();
    expect(probe.call("is_same_as", node, node)).toBe(true);
    node.free();
  });
});

describe("a freed object", () => {
  test("throws FreedObjectError from its methods", () => {
    const node = new Node();
    node.free();
    expect(() => node.getChildCount()).toThrow(FreedObjectError);
    expect(() => node.getChildCount()).toThrow("Node.getChildCount: the Node has been freed");
  });

  test("throws FreedObjectError from its properties", () => {
    const timer = new Timer();
    timer.free();
    expect(() => timer.waitTime).toThrow(FreedObjectError);
    expect(() => {
      timer.waitTime = 1;
    }).toThrow(FreedObjectError);
  });

  test("throws FreedObjectError from its signals", () => {
    const timer = new Timer();
    const { timeout } = timer;
    timer.free();
    expect(() => timeout.connect(() => {})).toThrow(FreedObjectError);
    expect(() => timeout.emit()).toThrow(FreedObjectError);
    expect(() => timer.timeout).not.toThrow();
    expect(() => timer.treeExiting).toThrow("Timer.treeExiting: the Timer has been freed");
  });

  test("throws FreedObjectError when it is freed again", () => {
    const node = new Node();
    node.free();
    expect(() => node.free()).toThrow(FreedObjectError);
  });

  test("is refused as an argument", () => {
    const parent = new Node();
    const child = new Node();
    child.free();
    expect(() => parent.addChild(child)).toThrow(FreedObjectError);
    parent.free();
  });

  test("is not valid any more", () => {
    const node = new Node();
    expect(isInstanceValid(node)).toBe(true);
    node.free();
    expect(isInstanceValid(node)).toBe(false);
  });

  test("is known when the engine frees it at the end of the frame", async () => {
    const node = enter(new Node());
    node.queueFree();
    await until(() => !isInstanceValid(node));
    expect(() => node.name).toThrow(FreedObjectError);
  });

  test("is known when its parent is freed", () => {
    const parent = new Node();
    const child = new Node();
    parent.addChild(child);
    parent.free();
    expect(() => child.name).toThrow(FreedObjectError);
  });

  test("is known when GDScript frees it", () => {
    const node = new Node();
    probe.call("free_it", node);
    expect(() => node.name).toThrow(FreedObjectError);
  });

  test("is not mistaken for a new object at the same address", () => {
    const freed = new Node();
    freed.free();
    const others = Array.from({ length: 100 }, () => new Node());
    expect(isInstanceValid(freed)).toBe(false);
    expect(others).not.toContain(freed);
    for (const other of others) other.free();
  });
});

describe("a RefCounted", () => {
  test("refuses to be freed by hand", () => {
    expect(() => (new RefCounted() as unknown as Node).free()).toThrow(/RefCounted/);
  });

  test("is freed when JavaScript drops it", async () => {
    probe.call("watch", new RefCounted());
    await collectGarbageUntil(() => probe.call("is_watched_alive") === false);
  });

  test("lives while JavaScript holds it", async () => {
    const held = new RefCounted();
    probe.call("watch", held);
    await collectGarbage();
    expect(probe.call("is_watched_alive")).toBe(true);
    expect(held.getReferenceCount()).toBe(1);
  });

  test("lives while only the engine holds it", async () => {
    (() => {
      const resource = new Resource();
      resource.resourceName = "kept";
      probe.set("held", resource);
      probe.call("watch", resource);
    })();
    await collectGarbage();
    expect((probe.get("held") as Resource).resourceName).toBe("kept");
    probe.set("held", null);
    await collectGarbageUntil(() => probe.call("is_watched_alive") === false);
  });

  test("is freed when a container that held it is dropped", async () => {
    (() => {
      const resource = new Resource();
      probe.call("watch", resource);
      probe.set("held", [resource]);
    })();
    probe.set("held", null);
    await collectGarbageUntil(() => probe.call("is_watched_alive") === false);
  });
});

test("a thousand dropped wrappers of living nodes are made anew when they are met again", async () => {
  const parent = new Node();
  for (let i = 0; i < 1000; i++) parent.addChild(new Node());
  await collectGarbage();
  const names = new Set(Array.from({ length: 1000 }, (_, i) => parent.getChild(i).name));
  expect(names.size).toBe(1000);
  parent.free();
});

test("a scene is packed and instantiated", async () => {
  const node = new Timer();
  node.name = "Packed";
  node.waitTime = 7;
  const scene = new PackedScene();
  scene.pack(node);
  const copy = scene.instantiate() as Timer;
  expect(copy).not.toBe(node);
  expect(copy.waitTime).toBe(7);
  node.free();
  copy.free();
  await nextFrame();
});

test("the tree is the one that the scene runs in", () => {
  expect(tree().currentScene?.name).toBe("Tests");
});

test("objects of our classes are made and freed on another thread while tasks run here", async () => {
  const background = gdNode("background");
  const before = Performance.getMonitor(Performance.OBJECT_COUNT);
  background.call("begin", 50_000);
  let frames = 0;
  while (!background.call("is_done")) {
    frames++;
    await nextFrame();
  }
  background.call("end");
  background.free();
  await until(() => Performance.getMonitor(Performance.OBJECT_COUNT) <= before);
  expect(frames).toBeGreaterThan(0);
});
