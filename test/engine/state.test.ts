import { instanceFromId, isInstanceIdValid, Node, RefCounted, Resource, weakref } from "godot";
import { register } from "godot-ts";
import { collectGarbage, collectGarbageUntil } from "./support/collect-garbage";
import { gdNode, gdscript } from "./support/gdscript";
import { enter } from "./support/tree";

@register()
class TestKeeper extends Node {
  note = "new";
}

@register()
class TestKept extends RefCounted {
  note = "new";
}

describe("what TypeScript keeps in an object of its own class", () => {
  test("stays while only the tree has the node", async () => {
    const parent = enter(new Node());
    (() => {
      const keeper = new TestKeeper();
      keeper.note = "remember";
      parent.addChild(keeper);
    })();
    await collectGarbage();
    expect(parent.getChild<TestKeeper>(0).note).toBe("remember");
    parent.free();
  });

  test("stays while nobody at all has the node", async () => {
    const id = (() => {
      const keeper = new TestKeeper();
      keeper.note = "remember";
      return keeper.getInstanceId();
    })();
    await collectGarbage();
    expect(isInstanceIdValid(id)).toBe(true);
    const keeper = instanceFromId(id) as TestKeeper;
    expect(keeper.note).toBe("remember");
    keeper.free();
  });

  test("stays while only GDScript has the RefCounted", async () => {
    const probe = gdNode("probe");
    (() => {
      const kept = new TestKept();
      kept.note = "remember";
      probe.set("held", kept);
    })();
    await collectGarbage();
    expect((probe.get("held") as TestKept).note).toBe("remember");
    probe.free();
  });

  test("stays while another thread takes references and drops them", async () => {
    const background = gdNode("background");
    const kept = new TestKept();
    kept.note = "remember";
    background.call("touch", kept, 200_000);
    while (!background.call("is_done")) {
      await collectGarbage();
      expect(kept.note).toBe("remember");
    }
    background.call("end");
    expect(kept.getReferenceCount()).toBe(1);
    background.free();
  });

  test("stays while the only reference is one that another thread has taken", async () => {
    const background = gdNode("background");
    const id = (() => {
      const kept = new TestKept();
      kept.note = "remember";
      background.call("take", kept);
      return kept.getInstanceId();
    })();
    await collectGarbage();
    expect((background.get("held") as TestKept).note).toBe("remember");
    background.set("held", null);
    await collectGarbageUntil(() => !isInstanceIdValid(id));
    background.free();
  });

  test("stays when a script is attached to the object", async () => {
    const keeper = new TestKeeper();
    keeper.note = "remember";
    keeper.setScript(gdscript("greeter"));
    expect(keeper.call("_greet", "Ada")).toBe("Hello, Ada");
    await collectGarbage();
    expect(keeper.note).toBe("remember");
    expect(keeper).toBeInstanceOf(TestKeeper);
    keeper.free();
  });
});

describe("what TypeScript keeps in an object of the engine's class", () => {
  test("stays while TypeScript has the object", async () => {
    const node = new Node() as Node & { note?: string };
    const parent = new Node();
    parent.addChild(node);
    node.note = "remember";
    await collectGarbage();
    expect(parent.getChild<Node & { note?: string }>(0).note).toBe("remember");
    parent.free();
  });

  test("stays in its metadata", async () => {
    const parent = new Node();
    (() => {
      const node = new Node();
      node.setMeta("note", "remember");
      parent.addChild(node);
    })();
    await collectGarbage();
    expect(parent.getChild(0).getMeta("note")).toBe("remember");
    parent.free();
  });
});

describe("weakref", () => {
  test("leads to the object while somebody has it, and keeps it no longer", async () => {
    const probe = gdNode("probe");
    const weak = (() => {
      const resource = new Resource();
      probe.set("held", resource);
      return weakref(resource);
    })();
    await collectGarbage();
    expect(weak.getRef()).toBe(probe.get("held"));
    probe.set("held", null);
    probe.call("watch_weak", weak);
    await collectGarbageUntil(() => probe.call("is_watched_alive") === false);
    expect(weak.getRef()).toBeNull();
    probe.free();
  });

  test("breaks a circle through metadata", async () => {
    const id = (() => {
      const kept = new TestKept();
      kept.setMeta("self", weakref(kept));
      return kept.getInstanceId();
    })();
    await collectGarbageUntil(() => !isInstanceIdValid(id));
  });
});
