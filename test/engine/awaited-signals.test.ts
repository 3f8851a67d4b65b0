import {
  Callable,
  type Array as GodotArray,
  type Object as GodotObject,
  isInstanceValid,
  Node,
  type PackedVector2Array,
  type RefCounted,
  Signal,
  Timer,
  Vector2,
} from "godot";
import {
  CancelledError,
  method,
  nextFrame,
  once,
  register,
  SourceFreedError,
  spawn,
} from "godot-ts";
import { gdNode } from "./support/gdscript";
import { enter, until } from "./support/tree";

interface Emitter extends Node {
  readonly collected: Signal<[count: number, by: Node]>;
  readonly listed: Signal<[GodotArray, GodotArray, PackedVector2Array]>;
  readonly found: Signal<[item: RefCounted]>;
  readonly named: Signal<[who: string]>;
}

let emitter: Emitter;
const signal = <K extends "collected" | "listed" | "found" | "named">(name: K): Emitter[K] =>
  new Signal(emitter, name) as never;
beforeEach(() => {
  // Not in the tree, where a node's signals are the main thread's alone.
  emitter = gdNode<Emitter>("awaited_signals");
});
afterEach(() => {
  if (isInstanceValid(emitter)) emitter.free();
});

describe("an awaited signal gives", () => {
  test("an int and an object, the same one that was emitted", async () => {
    const task = spawn(() => once(signal("collected")));
    await nextFrame();
    emitter.call("emit_collected", 3, emitter);
    const [count, by] = await task;
    expect(count).toBe(3);
    expect(by).toBe(emitter);
  });

  test("typed arrays and packed ones, as they are, and the objects in them", async () => {
    const task = spawn(() => once(signal("listed")));
    await nextFrame();
    emitter.call("emit_listed", emitter);
    const [numbers, nodes, packed] = await task;
    expect(numbers.toJS()).toEqual([1, 2]);
    expect(numbers.isTyped()).toBe(true);
    expect(nodes.toJS()).toEqual([emitter]);
    expect(nodes.getTypedClassName()).toBe("Node");
    expect([...packed]).toEqual([new Vector2(1, 2)]);
  });

  test("what another thread has emitted, on the main thread", async () => {
    const task = spawn(() => once(signal("found")));
    await nextFrame();
    emitter.call("emit_found_on_thread");
    const [item] = await task;
    expect(item.getMeta("from")).toBe("a thread");
  });

  test("what another thread has emitted, though the source is freed by then", async () => {
    const task = spawn(() => once(signal("named")));
    await nextFrame();
    emitter.call("emit_named_on_thread_and_free");
    expect(await task).toEqual(["Ann"]);
    await until(() => !isInstanceValid(emitter));
  });

  test("what was emitted on the thread that then freed the source", async () => {
    const source = emitter.call("make_source") as GodotObject;
    const task = spawn(() => once(new Signal<[number]>(source, "fired")));
    await nextFrame();
    emitter.call("emit_and_free_on_thread", source);
    expect(await task).toEqual([7]);
  });

  test("each of those who wait for it the same, though they began apart", async () => {
    const first = spawn(() => once(signal("collected")));
    const second = spawn(() => once(signal("collected")));
    await nextFrame();
    emitter.call("emit_collected", 1, emitter);
    expect(await Promise.all([first, second])).toEqual([
      [1, emitter],
      [1, emitter],
    ]);
  });
});

describe("a task that is cancelled", () => {
  test("goes no further than its wait, though the signal is emitted in the same frame", async () => {
    const log: string[] = [];
    const task = spawn(async () => {
      try {
        await once(signal("collected"));
        log.push("went on");
      } finally {
        log.push("cleaned up");
      }
    });
    await nextFrame();
    emitter.call("emit_collected", 1, emitter);
    task.cancel();
    await expect(task).rejects.toThrow(CancelledError);
    expect(log).toEqual(["cleaned up"]);
  });

  test("is gone from the signal at once", async () => {
    const task = spawn(() => once(signal("collected")));
    await nextFrame();
    task.cancel();
    expect(emitter.call("connections_of", "collected")).toBe(0);
    await expect(task).rejects.toThrow(CancelledError);
  });

  test("before it has begun, never begins", async () => {
    let hasBegun = false;
    const task = spawn(() => {
      hasBegun = true;
    });
    task.cancel();
    await nextFrame();
    await nextFrame();
    expect(hasBegun).toBe(false);
  });
});

describe("a source that is freed", () => {
  test.each([
    ["by queueFree", (node: Node) => node.queueFree()],
    ["by a deferred call", (node: Node) => node.callDeferred("free")],
    ["with its parent", (node: Node) => node.getParent()?.queueFree()],
  ])("%s fails the task that waits for it, with SourceFreedError", async (_how, free) => {
    const parent = enter(new Node());
    const timer = new Timer();
    parent.addChild(timer);
    const task = spawn(() => once(timer.timeout));
    const failure = expect(task).rejects.toThrow(new SourceFreedError("Timer.timeout"));
    await nextFrame();
    free(timer);
    await failure;
    if (isInstanceValid(parent)) parent.free();
  });

  test("in the emission itself gives the task what was emitted", async () => {
    const task = spawn(() => once(signal("collected")));
    await nextFrame();
    signal("collected").once(() => emitter.queueFree());
    emitter.call("emit_collected", 2, null);
    expect(await task).toEqual([2, null]);
  });
});

describe("the first part of a task", () => {
  @register()
  class TestBorrower extends Node {
    readonly log: string[] = [];

    @method()
    run(): void {
      this.log.push("before");
      spawn(
        async () => {
          this.log.push("first part");
          await nextFrame();
          this.log.push("second part");
        },
        { start: "now" },
      );
      this.log.push("after");
    }
  }

  test("runs at once where it is asked to, within a method that has begun", async () => {
    const borrower = new TestBorrower();
    borrower.call("run");
    expect(borrower.log).toEqual(["before", "first part", "after"]);
    await until(() => borrower.log.length === 4);
    expect(borrower.log.at(-1)).toBe("second part");
    borrower.free();
  });
});

describe("Callables", () => {
  test("of one function are equal, and have one hash", () => {
    const listener = () => {};
    expect(Callable.from(listener).hash()).toBe(Callable.from(listener).hash());
    expect(Callable.from(listener).equals(Callable.from(listener))).toBe(true);
  });

  test("of two functions differ, though they look alike", () => {
    const make = () => () => {};
    expect(Callable.from(make()).equals(Callable.from(make()))).toBe(false);
  });
});
