import {
  FreedObjectError,
  type GDScript,
  type Array as GodotArray,
  Node,
  RefCounted,
  Resource,
  Signal,
} from "godot";
import { once, spawn } from "godot-ts";
import { collectGarbageUntil } from "./support/collect-garbage";
import { gdNode, gdscript } from "./support/gdscript";

describe("an object with a script attached", () => {
  let node: Node;
  beforeEach(() => {
    node = gdNode("probe");
  });
  afterEach(() => node.free());

  test("has the class of the engine that its script extends", () => {
    expect(node.constructor).toBe(Node);
    expect(node).toBeInstanceOf(Node);
    expect(node.getClass()).toBe("Node");
  });

  test("has its script", () => {
    expect(node.getScript()).toBe(gdscript("probe"));
    expect((node.getScript() as GDScript).resourcePath).toBe("res://test/engine/gd/probe.gd");
    expect(new RefCounted().getScript()).toBeNull();
  });

  test("has the script's methods by call", () => {
    expect(node.hasMethod("sum")).toBe(true);
    expect(node.call("sum", 1, 2)).toBe(3);
    expect(node.call("sum", 1)).toBe(3);
    expect(() => node.call("no_such_method")).toThrow(TypeError);
  });

  test("has the script's properties by get and set", () => {
    expect(node.get("health")).toBe(10);
    node.set("health", 7);
    expect(node.get("health")).toBe(7);
    const listed = (node.getPropertyList() as GodotArray).toJS() as { get(key: string): unknown }[];
    expect(listed.map((each) => each.get("name"))).toContain("health");
  });

  test("has the script's signals by new Signal", async () => {
    const hit = new Signal<[damage: number, by: string]>(node, "hit");
    const heard: unknown[] = [];
    const disconnect = hit.connect((damage, by) => heard.push([damage, by]));
    node.call("emit_hit", 2, "a test");
    hit.emit(3, "TypeScript");
    disconnect();
    hit.emit(4, "nobody");
    expect(heard).toEqual([
      [2, "a test"],
      [3, "TypeScript"],
    ]);
    const waiting = spawn(() => once(hit), { start: "now" });
    node.call("emit_hit", 5, "a wait");
    expect(await waiting).toEqual([5, "a wait"]);
  });

  test("throws FreedObjectError when it is freed", () => {
    const freed = gdNode("probe");
    freed.free();
    expect(() => freed.call("sum", 1)).toThrow(FreedObjectError);
    expect(() => freed.get("health")).toThrow(FreedObjectError);
    expect(() => new Signal(freed, "hit")).toThrow(FreedObjectError);
  });

  test("stays the same object when it gets a script, and loses it", () => {
    const plain = new Node();
    plain.setScript(gdscript("probe"));
    expect(plain.call("sum", 2, 2)).toBe(4);
    expect(plain.constructor).toBe(Node);
    plain.setScript(null);
    expect(plain.hasMethod("sum")).toBe(false);
    expect(() => plain.call("sum", 2, 2)).toThrow(TypeError);
    plain.free();
  });
});

describe("a RefCounted with a script attached", () => {
  test("is made by its script, and has one reference of JavaScript's", () => {
    const bag = gdscript("bag").new() as Resource;
    expect(bag).toBeInstanceOf(Resource);
    expect(bag.constructor).toBe(Resource);
    expect(bag.getReferenceCount()).toBe(1);
    expect(bag.call("describe")).toBe("a bag of 0");
  });

  test("is freed when JavaScript drops it, and what it holds with it", async () => {
    const probe = gdNode("probe");
    (() => {
      const bag = gdscript("bag").new() as Resource;
      const inside = new RefCounted();
      bag.call("put", inside);
      probe.call("watch", inside);
    })();
    await collectGarbageUntil(() => probe.call("is_watched_alive") === false);
    probe.free();
  });

  test("may reach TypeScript while it is being freed", async () => {
    const seen: unknown[] = [];
    (() => {
      const bag = gdscript("bag").new() as Resource;
      bag.set("last_words", (...args: unknown[]) => seen.push(args));
    })();
    await collectGarbageUntil(() => seen.length > 0);
    // The engine itself hands out no reference to a RefCounted that is going.
    expect(seen).toEqual([[0, null]]);
  });
});
