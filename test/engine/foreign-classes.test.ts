import {
  classNamed,
  FreedObjectError,
  GDScript,
  Object as GodotObject,
  Node,
  Node2D,
  RefCounted,
  type Signal,
} from "godot";
import { register } from "godot-ts";
import { collectGarbageUntil } from "./support/collect-garbage";
import { loadForeign } from "./support/foreign";
import { gdNode, gdscript } from "./support/gdscript";
import { recordLog } from "./support/log-recorder";
import { enter } from "./support/tree";

interface ForeignData extends RefCounted {
  text: string;
  getText(): string;
}

interface Foreign extends Node {
  readonly hitTaken: Signal<[amount: number, by: string]>;
  hitPoints: number;
  add(a: number, b?: number): number;
  countAll(...values: readonly unknown[]): number;
  echo<T>(value: T): T;
  makeData(): ForeignData;
  hit(amount: number, by: string): void;
  timesEntered(): number;
  greet(name: string): string | null;
}

interface ForeignStatics {
  readonly MAX_HIT_POINTS: 100;
  readonly MOOD_ANGRY: 1;
  readonly Mood: { readonly MOOD_CALM: 0; readonly MOOD_ANGRY: 1 };
  twice(n: number): number;
}

type ForeignClass = (new () => Foreign) & ForeignStatics;

// Before the extension is there, as in the scripts of a game whose extensions load in any order.
const Early = classNamed<Foreign, ForeignStatics>("Foreign");
const Missing = classNamed("NoSuchClass");

let Foreign: ForeignClass;
let ForeignData: new () => ForeignData;
let greeter: GDScript;
beforeAll(() => {
  loadForeign();
  Foreign = classNamed<Foreign, ForeignStatics>("Foreign");
  ForeignData = classNamed<ForeignData>("ForeignData");
  greeter = gdscript("greeter");
});

describe("an object of another extension's class", () => {
  let object: Foreign;
  beforeEach(() => {
    object = greeter.call("make", "Foreign") as Foreign;
  });
  afterEach(() => object.free());

  test("has that class, and is an instance of its bases", () => {
    expect(object.constructor).toBe(Foreign);
    expect(object.constructor.name).toBe("Foreign");
    expect(object).toBeInstanceOf(Foreign);
    expect(object).toBeInstanceOf(Node);
    expect(object).not.toBeInstanceOf(Node2D);
  });

  test("is taken where the engine wants one of its bases", () => {
    const parent = new Node();
    parent.addChild(object);
    expect(parent.getChild(0)).toBe(object);
    parent.removeChild(object);
    parent.free();
  });

  test("has its methods, with defaults and varargs", () => {
    expect(object.add(1, 2)).toBe(3);
    expect(object.add(1)).toBe(11);
    expect(object.countAll(1, "two", null)).toBe(3);
    expect(object.echo("anything")).toBe("anything");
    expect(object.echo(object)).toBe(object);
  });

  test("has its properties", () => {
    expect(object.hitPoints).toBe(10);
    object.hitPoints = 7;
    expect(object.hitPoints).toBe(7);
    expect(object.get("hit_points")).toBe(7);
  });

  test("has its signals", () => {
    const heard: unknown[] = [];
    object.hitTaken.connect((amount, by) => heard.push([amount, by]));
    object.hit(3, "a test");
    expect(heard).toEqual([[3, "a test"]]);
    expect(object.hitTaken).toBe(object.hitTaken);
  });

  test("keeps the members of its bases", () => {
    object.name = "Abroad";
    expect(object.name).toBe("Abroad");
    expect(object.getClass()).toBe("Foreign");
  });

  test("gets the engine's own virtual calls", () => {
    enter(object);
    expect(object.timesEntered()).toBe(1);
  });

  test("calls a virtual method of its class that a script implements", () => {
    expect(object.greet("Ada")).toBeNull();
    object.setScript(greeter);
    expect(object.greet("Ada")).toBe("Hello, Ada");
    expect(object.constructor).toBe(Foreign);
  });

  test("says what is wrong with an argument", () => {
    expect(() => object.add("one" as never)).toThrow(
      new TypeError('Foreign.add: argument 1 must be int, not string "one"'),
    );
    expect(() => object.add(1, {} as never)).toThrow(
      new TypeError("Foreign.add: argument 2 must be int, not Object"),
    );
  });

  test("says how many arguments there must be", () => {
    expect(() => (object.add as () => number)()).toThrow(
      new TypeError("Foreign.add takes at least 1 arguments, got 0"),
    );
    expect(() => (object.add as (...args: number[]) => number)(1, 2, 3)).toThrow(
      new TypeError("Foreign.add takes at most 2 arguments, got 3"),
    );
  });

  test("says what is wrong with the value of a property", () => {
    expect(() => {
      object.hitPoints = "many" as never;
    }).toThrow(new TypeError('Foreign.set_hit_points: argument 1 must be int, not string "many"'));
  });

  test("refuses to lend its methods", () => {
    expect(() => object.add.call({} as Foreign, 1)).toThrow(
      new TypeError("Foreign.add is a method of the engine's objects, not of Object"),
    );
    const other = new Node();
    expect(() => object.add.call(other as Foreign, 1)).toThrow(
      new TypeError("Foreign.add: the object has no such method"),
    );
    other.free();
  });

  test("throws FreedObjectError when it is freed", () => {
    const freed = new Foreign();
    freed.free();
    expect(() => freed.add(1)).toThrow(FreedObjectError);
    expect(() => freed.add(1)).toThrow("Foreign.add: the Foreign has been freed");
    expect(() => freed.hitPoints).toThrow(FreedObjectError);
    expect(() => freed.hitTaken).toThrow(FreedObjectError);
  });
});

describe("the class of another extension", () => {
  test("is made with new", () => {
    const object = new Foreign();
    expect(object.constructor).toBe(Foreign);
    expect(object.hitPoints).toBe(10);
    object.free();
  });

  test("has its constants, its enums and its static methods", () => {
    expect(Foreign.MAX_HIT_POINTS).toBe(100);
    expect(Foreign.MOOD_ANGRY).toBe(1);
    expect(Foreign.Mood).toEqual({ MOOD_CALM: 0, MOOD_ANGRY: 1 });
    expect(Foreign.twice(4)).toBe(8);
    expect(() => Foreign.twice("4" as never)).toThrow(
      new TypeError('Foreign.twice: argument 1 must be int, not string "4"'),
    );
  });

  test("inherits the statics of its bases", () => {
    expect((Foreign as unknown as typeof Node).PROCESS_MODE_ALWAYS).toBe(3);
  });

  test("is one and the same, however it is asked for", () => {
    expect(classNamed("Foreign")).toBe(Foreign);
    expect(classNamed("Node")).toBe(Node);
  });

  test("may be asked for before the extension is loaded", () => {
    const object = new Early();
    expect(object.constructor).toBe(Foreign);
    expect(object).toBeInstanceOf(Early);
    expect(new RefCounted()).not.toBeInstanceOf(Early);
    expect(Early.twice(2)).toBe(4);
    expect("twice" in Early).toBe(true);
    object.free();
  });

  test("throws on its first use when there is none", () => {
    expect(() => new Missing()).toThrow("the engine has no class NoSuchClass");
    expect(() => greeter instanceof Missing).toThrow("the engine has no class NoSuchClass");
  });

  test("of TypeScript's is the class itself", () => {
    @register()
    class TestFound extends Node {}
    expect(classNamed("TestFound")).toBe(TestFound);
  });

  test("cannot be extended, and the error says why", async () => {
    const log = await recordLog(() => {
      @register()
      class TestForeigner extends Foreign {}
      return TestForeigner;
    });
    expect(log[0]?.text).toContain("TestForeigner extends Foreign, a class of another extension");
  });
});

describe("a RefCounted of another extension", () => {
  test("is made by a method of its own kind, and by new", () => {
    const foreign = new Foreign();
    const data = foreign.makeData();
    data.text = "made abroad";
    expect(data).toBeInstanceOf(ForeignData);
    expect(data.getText()).toBe("made abroad");
    expect(new ForeignData().text).toBe("");
    foreign.free();
  });

  test("has one reference of JavaScript's", () => {
    expect(new ForeignData().getReferenceCount()).toBe(1);
  });

  test("is freed when JavaScript drops it", async () => {
    const probe = gdNode("probe");
    probe.call("watch", new ForeignData());
    await collectGarbageUntil(() => probe.call("is_watched_alive") === false);
    probe.free();
  });
});

describe("an object of a class that is internal to the engine", () => {
  test("has the name of its class, and extends the nearest that is known", () => {
    const native = greeter.call("native_class") as GDScript;
    expect(native.constructor.name).toBe("GDScriptNativeClass");
    expect(native).toBeInstanceOf(RefCounted);
    const made = native.new() as Node2D;
    expect(made).toBeInstanceOf(Node2D);
    made.free();
  });

  test("has the members that ClassDB knows", () => {
    const tasks = gdNode("tasks");
    const state = tasks.call("wait_for_go") as RefCounted & {
      isValid(extended?: boolean): boolean;
    };
    expect(state.constructor.name).toBe("GDScriptFunctionState");
    expect(state.isValid(true)).toBe(true);
    expect(() => new (state.constructor as new () => object)()).toThrow(
      "GDScriptFunctionState cannot be constructed: the engine makes its instances",
    );
    tasks.free();
    expect(state.isValid(true)).toBe(false);
  });
});

test("the class of every object can be told", () => {
  expect(greeter.constructor).toBe(GDScript);
  expect(new RefCounted().constructor).toBe(RefCounted);
  expect(Object.getPrototypeOf(Foreign)).toBe(Node);
  expect(Foreign.prototype).toBeInstanceOf(GodotObject);
});
