import { Callable, type Node, Signal, Timer, WorkerThreadPool } from "godot";
import { nextFrame, once, spawn } from "godot-ts";
import { collectGarbage } from "./support/collect-garbage";
import { gdNode } from "./support/gdscript";
import { recordLog } from "./support/log-recorder";
import { until } from "./support/tree";

let probe: Node;
let hit: Signal<[damage: number, by: string]>;
beforeEach(() => {
  probe = gdNode("probe");
  hit = new Signal(probe, "hit");
});
afterEach(() => probe.free());

describe("signals", () => {
  test("a listener hears what GDScript emits, with its arguments", () => {
    const listener = jest.fn();
    hit.connect(listener);
    probe.call("emit_hit", 5, "arrow");
    expect(listener.mock.calls).toEqual([[5, "arrow"]]);
  });

  test("a listener hears what TypeScript emits", () => {
    const listener = jest.fn();
    hit.connect(listener);
    hit.emit(3, "spear");
    expect(listener.mock.calls).toEqual([[3, "spear"]]);
  });

  test("listeners are called in the order they were connected", () => {
    const calls: string[] = [];
    hit.connect(() => calls.push("first"));
    hit.connect(() => calls.push("second"));
    hit.emit(1, "");
    expect(calls).toEqual(["first", "second"]);
  });

  test("connect returns a function that disconnects", () => {
    const listener = jest.fn();
    const disconnect = hit.connect(listener);
    disconnect();
    hit.emit(1, "");
    expect(listener).not.toHaveBeenCalled();
    expect(probe.call("hit_connections")).toBe(0);
  });

  test("disconnect takes the function that was connected", () => {
    const listener = () => {};
    hit.connect(listener);
    expect(hit.isConnected(listener)).toBe(true);
    hit.disconnect(listener);
    expect(hit.isConnected(listener)).toBe(false);
    hit.disconnect(listener);
  });

  test("connecting a function twice throws", async () => {
    const listener = () => {};
    hit.connect(listener);
    await recordLog(() => expect(() => hit.connect(listener)).toThrow(/"hit".*already|error 31/));
  });

  test("once hears one emission", () => {
    const listener = jest.fn();
    hit.once(listener);
    hit.emit(1, "a");
    hit.emit(2, "b");
    expect(listener.mock.calls).toEqual([[1, "a"]]);
  });

  test("a listener may disconnect itself while it is called", () => {
    const calls: number[] = [];
    const disconnect = hit.connect((damage) => {
      calls.push(damage);
      disconnect();
    });
    hit.emit(1, "");
    hit.emit(2, "");
    expect(calls).toEqual([1]);
  });

  test("a listener may free the emitter", () => {
    const emitter = new Timer();
    emitter.timeout.connect(() => emitter.queueFree());
    emitter.timeout.emit();
    expect(emitter.isQueuedForDeletion()).toBe(true);
    emitter.free();
  });

  test("a listener lives as long as the connection", async () => {
    const heard: number[] = [];
    (() => hit.connect((damage) => heard.push(damage)))();
    await collectGarbage();
    hit.emit(4, "");
    expect(heard).toEqual([4]);
  });

  test("a property that is a signal is the same object each time", () => {
    expect(probe.renamed).toBe(probe.renamed);
  });

  test("what a listener throws is reported with its line, and the emission goes on", async () => {
    const after = jest.fn();
    hit.connect(() => {
      throw new Error("in a listener");
    });
    hit.connect(after);
    const log = await recordLog(() => hit.emit(1, ""));
    expect(after).toHaveBeenCalledTimes(1);
    expect(log).toEqual([
      {
        kind: "script error",
        text: expect.stringContaining("Error: in a listener"),
        file: "res://test/engine/signals.test.ts",
        line: expect.any(Number),
      },
    ]);
  });

  test("a listener may be async", async () => {
    const seen: unknown[] = [];
    hit.connect(async (damage) => {
      await nextFrame();
      seen.push(damage);
    });
    hit.emit(1, "");
    await until(() => seen.length > 0);
    expect(seen).toEqual([1]);
  });
});

describe("callables", () => {
  test("GDScript calls a function and gets its result", () => {
    expect(probe.call("call_with", (a: number, b: number) => a * b, [6, 7])).toBe(42);
  });

  test("a function gets objects by identity", () => {
    expect(probe.call("call_with", (node: Node) => node === probe, [probe])).toBe(true);
  });

  test("callables of one function are equal, of two are not", () => {
    const fn = () => {};
    expect(probe.call("are_equal", fn, fn)).toBe(true);
    expect(probe.call("are_equal", fn, () => {})).toBe(false);
  });

  test("a method of GDScript's is a Callable here", () => {
    const callable = probe.call("echo", new Callable(probe, "sum")) as Callable;
    expect(callable.call(40)).toBe(42);
  });

  test("what a function throws is reported, and its caller gets null and goes on", async () => {
    let result: unknown;
    const log = await recordLog(() => {
      result = probe.call("call_and_go_on", () => {
        throw new Error("in a callable");
      });
    });
    expect(result).toBe("went on");
    expect(log).toEqual([
      expect.objectContaining({
        kind: "script error",
        text: expect.stringContaining("Error: in a callable"),
        file: "res://test/engine/signals.test.ts",
      }),
    ]);
  });

  test("a function that returns nothing gives null", () => {
    expect(probe.call("call_with", () => {}, [])).toBeNull();
  });

  test("a function that returns a promise gives null", () => {
    expect(probe.call("call_with", async () => 1, [])).toBeNull();
  });
});

describe("threads", () => {
  test("a function called from a worker runs on the main thread, later", async () => {
    const calls: unknown[] = [];
    const id = WorkerThreadPool.addTask(() => calls.push("called"));
    await until(() => WorkerThreadPool.isTaskCompleted(id));
    WorkerThreadPool.waitForTaskCompletion(id);
    await until(() => calls.length > 0);
    expect(calls).toEqual(["called"]);
  });

  test("calls from a worker keep their order", async () => {
    const calls: number[] = [];
    const id = WorkerThreadPool.addGroupTask((index: number) => calls.push(index), 100, 1);
    await until(() => WorkerThreadPool.isGroupTaskCompleted(id));
    WorkerThreadPool.waitForGroupTaskCompletion(id);
    await until(() => calls.length === 100);
    expect([...calls].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
  });

  test("a thread that wants an answer gets null at once, and the call comes later", async () => {
    const calls: unknown[] = [];
    const answer = probe.call("answer_from_thread", (text: string) => {
      calls.push(text);
      return 1;
    });
    expect(answer).toBeNull();
    expect(calls).toEqual([]);
    await until(() => calls.length > 0);
    expect(calls).toEqual(["from a thread"]);
  });
});

describe("waits for a signal", () => {
  test("share one connection", async () => {
    const tasks = [1, 2, 3].map(() => spawn(() => once(hit)));
    await nextFrame();
    expect(probe.call("hit_connections")).toBe(1);
    probe.call("emit_hit", 5, "arrow");
    expect(await Promise.all(tasks)).toEqual([
      [5, "arrow"],
      [5, "arrow"],
      [5, "arrow"],
    ]);
  });

  test("that come back within the frame stay connected, and hear each emission once", async () => {
    const heard: number[] = [];
    const task = spawn(async () => {
      for (;;) heard.push((await once(hit))[0]);
    });
    await nextFrame();
    for (const damage of [1, 2, 3]) {
      probe.call("emit_hit", damage, "");
      await nextFrame();
    }
    expect(heard).toEqual([1, 2, 3]);
    expect(probe.call("hit_connections")).toBe(1);
    task.cancel();
    await until(() => probe.call("hit_connections") === 0);
  });

  test("leave nothing connected when they are over", async () => {
    const wait = once(hit);
    probe.call("emit_hit", 1, "");
    await wait;
    await until(() => probe.call("hit_connections") === 0);
  });

  test("end in the order they were begun, whichever of them have left", async () => {
    const ended: string[] = [];
    const wait = (name: string) =>
      spawn(async () => {
        await once(hit);
        ended.push(name);
      });
    const [first, , third, , fifth] = ["a", "b", "c", "d", "e"].map(wait);
    await nextFrame();
    for (const task of [first, third, fifth]) task?.cancel();
    await nextFrame();
    const last = wait("f");
    await nextFrame();
    probe.call("emit_hit", 1, "");
    await last;
    expect(ended).toEqual(["b", "d", "f"]);
  });

  test("are all told that the emitter was freed, in their order", async () => {
    const emitter = gdNode("probe");
    const hurt = new Signal(emitter, "hit");
    const ended: string[] = [];
    const waits = ["a", "b", "c"].map((name) =>
      once(hurt).catch((error) => ended.push(`${name}: ${error.name}`)),
    );
    emitter.free();
    await Promise.all(waits);
    expect(ended).toEqual(["a: SourceFreedError", "b: SourceFreedError", "c: SourceFreedError"]);
  });
});
