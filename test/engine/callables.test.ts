import {
  Callable,
  Array as GodotArray,
  Object as GodotObject,
  Node,
  Signal,
  type Variant,
} from "godot";
import { nextFrame } from "godot-ts";
import { gdNode } from "./support/gdscript";

let probe: Node;
beforeEach(() => {
  probe = gdNode("probe");
});
afterEach(() => probe.free());
const listed = (...args: Variant[]) => args.map(String).join(" ");

describe("bound arguments", () => {
  test("come after those of the call", () => {
    const bound = Callable.from(listed).bind("b", "c");
    expect(bound.call("a")).toBe("a b c");
    expect(bound.getBoundArguments().toJS()).toEqual(["b", "c"]);
    expect(bound.getBoundArgumentsCount()).toBe(2);
  });

  test("may be bound to what is bound", () => {
    expect(Callable.from(listed).bind("c").bind("b").call("a")).toBe("a b c");
  });

  test("may come in an array", () => {
    expect(Callable.from(listed).bindv(["b", 3]).callv(["a"])).toBe("a b 3");
  });

  test("arrive when the engine calls", () => {
    expect(probe.call("call_with", Callable.from(listed).bind("b"), ["a"])).toBe("a b");
  });

  test("are left out by unbind", () => {
    const unbound = Callable.from(listed).unbind(1);
    expect(unbound.call("a", "b")).toBe("a");
    expect(unbound.getUnboundArgumentsCount()).toBe(1);
  });

  test("are bound to a method of an object's", () => {
    const bound = new Callable(probe, "sum").bind(40);
    expect(bound.call(2)).toBe(42);
    expect(bound.getMethod()).toBe("sum");
    expect(bound.getObject()).toBe(probe);
    expect(bound.getObjectId()).toBe(probe.getInstanceId());
  });

  test("arrive when a signal is emitted, and the connection can be undone", () => {
    const seen: unknown[] = [];
    const bound = Callable.from((...args: Variant[]) => seen.push(args)).bind("bound");
    const hit = new Signal(probe, "hit");
    hit.connect(bound);
    probe.call("emit_hit", 1, "Ann");
    hit.disconnect(bound);
    probe.call("emit_hit", 2, "Ann");
    expect(seen).toEqual([[1, "Ann", "bound"]]);
  });
});

describe("a Callable", () => {
  test("of a function is equal to another of it, and to the function", () => {
    const callable = Callable.from(listed);
    expect(callable.equals(Callable.from(listed))).toBe(true);
    expect(callable.equals(listed)).toBe(true);
    expect(callable.equals(() => {})).toBe(false);
    expect(callable.hash()).toBe(Callable.from(listed).hash());
  });

  test("of a method is equal to another of it", () => {
    const callable = new Callable(probe, "sum");
    expect(callable.equals(new Callable(probe, "sum"))).toBe(true);
    expect(callable.equals(new Callable(probe, "echo"))).toBe(false);
  });

  test("tells what it is", () => {
    const method = new Callable(probe, "sum");
    expect([method.isStandard(), method.isCustom(), method.isNull()]).toEqual([true, false, false]);
    expect(method.getArgumentCount()).toBe(2);
    expect(Callable.from(listed).isCustom()).toBe(true);
    expect(new Callable(probe, "nothing").isValid()).toBe(false);
  });

  test("of a method of a value is made by create", () => {
    const array = GodotArray.from([2, 1]);
    Callable.create(array, "sort").call();
    expect(array.toJS()).toEqual([1, 2]);
  });

  test("is called later, in the engine's idle time", async () => {
    let calls = 0;
    Callable.from(() => {
      calls++;
    }).callDeferred();
    expect(calls).toBe(0);
    await nextFrame();
    await nextFrame();
    expect(calls).toBe(1);
  });

  test("is made of functions only", () => {
    expect(() => Callable.from(3 as never)).toThrow(
      new TypeError("Callable.from takes a function, not 3"),
    );
  });

  test("of a freed object is not valid", () => {
    const node = new Node();
    const callable = new Callable(node, "get_name");
    node.free();
    expect(callable.isValid()).toBe(false);
    expect(callable.getObject()).toBeNull();
  });
});

describe("a Signal", () => {
  test("tells of its connections", () => {
    const hit = new Signal(probe, "hit");
    expect(hit.hasConnections()).toBe(false);
    hit.connect(listed, GodotObject.CONNECT_DEFERRED);
    expect(hit.hasConnections()).toBe(true);
    const connection = hit.getConnections().get(0);
    expect((connection.get("callable") as Callable).equals(listed)).toBe(true);
    expect(connection.get("flags")).toBe(GodotObject.CONNECT_DEFERRED);
  });

  test("is the same as another of that name and object", () => {
    expect(new Signal(probe, "ready").equals(probe.ready)).toBe(true);
    expect(probe.ready.equals(probe.treeEntered)).toBe(false);
    expect(probe.ready.isNull()).toBe(false);
    expect(probe.ready.getObjectId()).toBe(probe.getInstanceId());
  });
});
