import {
  ClassDB,
  type Dictionary,
  type Array as GodotArray,
  type InputEvent,
  Node,
  Node2D,
  PackedScene,
  RefCounted,
  ResourceLoader,
  ResourceSaver,
  type Signal,
  type Variant,
} from "godot";
import { method, nextFrame, property, register, signal, t } from "godot-ts";
import { collectGarbageUntil } from "./support/collect-garbage";
import { gdNode, gdscript } from "./support/gdscript";
import { recordLog } from "./support/log-recorder";
import { enter, until } from "./support/tree";

@register()
class TestCoin extends Node2D {
  @signal(t.int) readonly collected!: Signal<[worth: number]>;
  @property(t.int) accessor worth = 10;
  readonly log: string[] = [];

  override _enterTree(): void {
    this.log.push("enter");
  }
  override _ready(): void {
    this.log.push("ready");
  }
  override _process(delta: number): void {
    if (delta >= 0 && this.log.at(-1) !== "process") this.log.push("process");
  }
  override _exitTree(): void {
    this.log.push("exit");
  }

  @method({ args: [t.int, t.optional(t.int, 1)], returns: t.int })
  worthTimes(n: number, extra?: number): number {
    return this.worth * n * (extra ?? 1);
  }

  @method({ args: [t.int], returns: t.int })
  static inCents(n: number): number {
    return n * 100;
  }

  @method({ args: [t.variant], returns: t.variant })
  echo(value: Variant): Variant {
    return value;
  }

  @method({ args: [t.object(Node)] })
  take(_node: Node): void {}

  @method({ returns: t.int })
  lie(): number {
    return "not a number" as never;
  }

  @method()
  collect(): void {
    this.collected.emit(this.worth);
  }

  @method()
  fail(): void {
    throw new RangeError("a coin failed");
  }
}

@register()
class TestGoldCoin extends TestCoin {
  override worthTimes(n: number): number {
    return super.worthTimes(n) * 1000;
  }
}

@register()
class TestThrower extends Node {
  calls = 0;
  override _process(): void {
    this.calls++;
    throw new Error(`call ${this.calls}`);
  }
}

@register()
class TestBroken extends RefCounted {
  constructor() {
    super();
    throw new Error("in a constructor");
  }
}

@register({ name: "TestRenamed" })
class Another extends Node {}

const helper = () => gdscript("extends_coin");

describe("a registered class", () => {
  test("is a class of the engine", () => {
    expect(ClassDB.classExists("TestCoin")).toBe(true);
    expect(ClassDB.getParentClass("TestCoin")).toBe("Node2D");
    expect(ClassDB.getParentClass("TestGoldCoin")).toBe("TestCoin");
  });

  test("is made with new, and known by its class there", () => {
    const coin = new TestCoin();
    expect(coin.getClass()).toBe("TestCoin");
    expect(coin).toBeInstanceOf(Node2D);
    coin.free();
  });

  test("is made by ClassDB, with its fields", () => {
    const coin = ClassDB.instantiate("TestCoin") as TestCoin;
    expect(coin).toBeInstanceOf(TestCoin);
    expect(coin.worth).toBe(10);
    expect(coin.log).toEqual([]);
    coin.free();
  });

  test("is made by GDScript, by its class and by its name", () => {
    const made = helper().call("make") as TestCoin;
    const named = helper().call("make_by_name") as TestCoin;
    expect(made).toBeInstanceOf(TestCoin);
    expect(named).toBeInstanceOf(TestCoin);
    made.free();
    named.free();
  });

  test("has the name that it is given", () => {
    expect(ClassDB.classExists("TestRenamed")).toBe(true);
    expect(ClassDB.classExists(Another.name)).toBe(false);
  });

  test("lists its members in snake_case", () => {
    const methods = ClassDB.classGetMethodList("TestCoin", true) as GodotArray<Dictionary>;
    expect(methods.toJS().map((each) => each.get("name"))).toEqual(
      expect.arrayContaining(["worth_times", "in_cents", "get_worth", "set_worth"]),
    );
    expect(ClassDB.classHasSignal("TestCoin", "collected")).toBe(true);
  });

  test("a constructor that throws is reported, and the engine gets null", async () => {
    let made: unknown;
    const log = await recordLog(() => {
      made = ClassDB.instantiate("TestBroken");
    });
    expect(made).toBeNull();
    expect(log).toEqual([
      expect.objectContaining({ text: expect.stringContaining("in a constructor") }),
    ]);
  });

  test("a constructor that throws, throws where TypeScript called it", () => {
    expect(() => new TestBroken()).toThrow("in a constructor");
  });

  test("that extends one which is not registered is told, and new of it throws", async () => {
    class Unregistered extends Node {}
    let Lost: new () => Node = Node;
    const log = await recordLog(() => {
      @register()
      class TestLost extends Unregistered {}
      Lost = TestLost;
    });
    expect(log).toEqual([
      {
        kind: "script error",
        text: expect.stringContaining(
          "@register: TestLost extends Unregistered, which is neither a class of the engine nor registered itself",
        ),
        file: "res://test/engine/classes.test.ts",
        line: expect.any(Number),
      },
    ]);
    expect(() => new Lost()).toThrow("new TestLost(): the class could not be registered");
  });
});

describe("virtual methods", () => {
  test("are called in the order of the engine", async () => {
    const coin = enter(new TestCoin());
    await until(() => coin.log.includes("process"));
    coin.getParent()?.removeChild(coin);
    expect(coin.log).toEqual(["enter", "ready", "process", "exit"]);
    coin.free();
  });

  test("that throw in each frame are reported each time, and the game goes on", async () => {
    const thrower = new TestThrower();
    const log = await recordLog(async () => {
      enter(thrower);
      await until(() => thrower.calls >= 3);
      thrower.free();
    });
    expect(log.slice(0, 3)).toEqual(
      [1, 2, 3].map((call) => ({
        kind: "script error",
        text: expect.stringContaining(`Error: call ${call}`),
        file: "res://test/engine/classes.test.ts",
        line: expect.any(Number),
      })),
    );
  });

  test("are inherited by a class that extends a registered one", async () => {
    const coin = enter(new TestGoldCoin());
    await until(() => coin.log.includes("process"));
    expect(coin.log).toEqual(["enter", "ready", "process"]);
    coin.free();
  });

  test("get arguments as objects", async () => {
    const events: (InputEvent | null)[] = [];
    @register()
    class TestListener extends Node {
      override _input(event: InputEvent): void {
        events.push(event);
      }
    }
    const listener = enter(new TestListener());
    const { InputEventKey } = await import("godot");
    listener.getViewport().pushInput(new InputEventKey());
    expect(events).toEqual([expect.any(InputEventKey)]);
    listener.free();
  });
});

describe("methods called from GDScript", () => {
  let coin: TestCoin;
  let caller: Node;
  beforeEach(() => {
    coin = new TestCoin();
    caller = gdNode("extends_coin");
  });
  afterEach(() => {
    coin.free();
    caller.free();
  });
  const call = (name: string, ...args: unknown[]) =>
    caller.call("call_untyped", coin, name, args as never);

  test("get arguments and give results", () => {
    expect(call("worth_times", 3, 2)).toBe(60);
  });

  test("fill in defaults", () => {
    expect(call("worth_times", 3)).toBe(30);
  });

  test("may be static", () => {
    expect(helper().call("static_of", 5)).toBe(500);
  });

  test("may be overridden in TypeScript", () => {
    const gold = new TestGoldCoin();
    expect(gold.call("worth_times", 1)).toBe(10_000);
    gold.free();
  });

  test("report an argument of the wrong type, by name, and give the default of their type", async () => {
    let result: unknown = "untouched";
    const log = await recordLog(() => {
      result = call("worth_times", "three");
    });
    expect(result).toBe(0);
    expect(log[0]?.text).toContain("TestCoin.worthTimes: argument 1 must be int");
  });

  test("report too many arguments", async () => {
    const log = await recordLog(() => call("worth_times", 1, 2, 3));
    expect(log[0]?.text).toContain("TestCoin.worthTimes takes 1 to 2 arguments, got 3");
  });

  test("report too few arguments", async () => {
    const log = await recordLog(() => call("worth_times"));
    expect(log[0]?.text).toContain("TestCoin.worthTimes takes 1 to 2 arguments, got 0");
  });

  test("report an object of the wrong class", async () => {
    const log = await recordLog(() => call("take", new RefCounted()));
    expect(log[0]?.text).toContain("TestCoin.take: argument 1 must be Node, not RefCounted");
  });

  test("report a result of the wrong type", async () => {
    const log = await recordLog(() => call("lie"));
    expect(log[0]?.text).toContain("TestCoin.lie must return int");
  });

  test("report what they throw, with the line in TypeScript", async () => {
    const log = await recordLog(() => call("fail"));
    expect(log).toEqual([
      {
        kind: "script error",
        text: expect.stringContaining("RangeError: a coin failed"),
        file: "res://test/engine/classes.test.ts",
        line: expect.any(Number),
      },
    ]);
  });

  test("pass any value through a Variant", () => {
    expect(call("echo", coin)).toBe(coin);
    expect(call("echo", null)).toBeNull();
  });
});

describe("signals and properties", () => {
  test("GDScript hears a signal of TypeScript's", () => {
    const coin = new TestCoin();
    const caller = gdNode("extends_coin");
    const heard: number[] = [];
    caller.call("connect_to", coin, (worth: number) => heard.push(worth));
    coin.collect();
    expect(heard).toEqual([10]);
    coin.free();
    caller.free();
  });

  test("GDScript reads and writes a property", () => {
    const coin = new TestCoin();
    const caller = gdNode("extends_coin");
    caller.call("change_worth", coin, 25);
    expect(coin.worth).toBe(25);
    expect(caller.call("read_worth", coin)).toBe(25);
    coin.free();
    caller.free();
  });

  test("a property of the wrong type is reported, and stays as it was", async () => {
    const coin = new TestCoin();
    const caller = gdNode("extends_coin");
    const log = await recordLog(() => caller.call("change_worth", coin, "much"));
    expect(log[0]?.text).toContain("TestCoin.worth must be int");
    expect(coin.worth).toBe(10);
    coin.free();
    caller.free();
  });

  test("a property is stored in a scene", () => {
    const coin = new TestCoin();
    coin.worth = 99;
    const scene = new PackedScene();
    scene.pack(coin);
    const path = `user://coin-${process.pid}.tscn`;
    ResourceSaver.save(scene, path);
    const loaded = (ResourceLoader.load(path, "", 0) as PackedScene).instantiate() as TestCoin;
    expect(loaded).toBeInstanceOf(TestCoin);
    expect(loaded.worth).toBe(99);
    coin.free();
    loaded.free();
  });
});

describe("a GDScript that extends a class of TypeScript's", () => {
  test("has the members of both", async () => {
    const node = enter(gdNode("extends_coin"));
    expect(node).toBeInstanceOf(TestCoin);
    expect(node.call("worth_twice")).toBe(20);
    expect(node.get("ready_calls")).toBe(1);
    node.free();
    await nextFrame();
  });
});

test("an instance that is RefCounted keeps its fields while only the engine holds it", async () => {
  const probe = gdNode("probe");
  (() => {
    const bag = new TestBag();
    bag.items.push("key");
    probe.set("held", bag);
    probe.call("watch", bag);
  })();
  await nextFrame();
  expect((probe.get("held") as TestBag).items).toEqual(["key"]);
  probe.set("held", null);
  await collectGarbageUntil(() => probe.call("is_watched_alive") === false);
  probe.free();
});

@register()
class TestBag extends RefCounted {
  readonly items: string[] = [];
}
