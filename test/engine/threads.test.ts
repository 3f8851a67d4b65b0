import {
  Callable,
  Dictionary,
  Array as GodotArray,
  type Object as GodotObject,
  isInstanceValid,
  Node,
  OS,
  RefCounted,
  Signal,
  Thread,
  WorkerThreadPool,
} from "godot";
import { method, nextFrame, register, t } from "godot-ts";
import { collectGarbageUntil } from "./support/collect-garbage";
import { gdNode } from "./support/gdscript";
import { recordLog } from "./support/log-recorder";
import { until } from "./support/tree";

interface Threads extends Node {
  readonly answers: GodotArray;
  readonly counted: Signal<[n: number, item: GodotObject | null]>;
}

@register()
class TestThreadBound extends Node {
  calls = 0;

  @method({ returns: t.int })
  count(): number {
    this.calls++;
    return this.calls;
  }
}

let threads: Threads;
let counted: Threads["counted"];
beforeEach(() => {
  threads = gdNode<Threads>("threads");
  counted = new Signal(threads, "counted") as never;
});
afterEach(() => threads.free());

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

describe("a function that is called on another thread", () => {
  test("runs on the main thread, later, with the arguments in order", async () => {
    const seen: [number, number][] = [];
    const record = (n: number) => {
      seen.push([n, Number(OS.getThreadCallerId())]);
    };
    threads.call("call_in_order", record, 1000);
    expect(seen).toEqual([]);
    await until(() => seen.length === 1000);
    const main = Number(OS.getMainThreadId());
    expect(seen).toEqual(upTo(1000).map((n) => [n, main]));
  });

  test("answers null there", async () => {
    let calls = 0;
    threads.call("call_and_keep_answers", () => void calls++, 3);
    expect((threads.get("answers") as GodotArray).toJS()).toEqual([null, null, null]);
    await until(() => calls === 3);
  });

  test("is told of when it returns something, which nobody gets", async () => {
    let isCalled = false;
    const log = await recordLog(async () => {
      threads.call(
        "call_on_thread",
        function addOne(n: number) {
          isCalled = true;
          return n + 1;
        },
        [41],
      );
      await until(() => isCalled);
    });
    expect(log).toEqual([
      expect.objectContaining({
        kind: "script error",
        text: expect.stringMatching(
          /addOne was called on another thread, which got null and went on: .* what it returned, number 42, came too late/,
        ),
      }),
    ]);
  });

  test("may be async, and return null", async () => {
    let calls = 0;
    const log = await recordLog(async () => {
      threads.call("call_on_thread", async () => {
        calls++;
      }, []);
      threads.call("call_on_thread", () => {
        calls++;
        return null;
      }, []);
      await until(() => calls === 2);
    });
    expect(log).toEqual([]);
  });

  test("is reported when it throws, and the next one runs", async () => {
    let isCalled = false;
    const log = await recordLog(async () => {
      threads.call("call_on_thread", () => {
        throw new Error("thrown on behalf of a thread");
      }, []);
      threads.call("call_on_thread", () => {
        isCalled = true;
      }, []);
      await until(() => isCalled);
    });
    expect(log).toEqual([
      expect.objectContaining({ text: expect.stringContaining("thrown on behalf of a thread") }),
    ]);
  });

  test("is dropped only when its calls have run", async () => {
    let calls = 0;
    threads.call("call_in_order", () => void calls++, 100);
    await collectGarbageUntil(() => calls === 100);
  });
});

describe("WorkerThreadPool with a function", () => {
  test("completes a task, and the call arrives", async () => {
    let calls = 0;
    const task = WorkerThreadPool.addTask(() => void calls++);
    WorkerThreadPool.waitForTaskCompletion(task);
    await until(() => calls === 1);
  });

  test("completes a group, and the call of every element arrives", async () => {
    const seen: number[] = [];
    const group = WorkerThreadPool.addGroupTask((n: number) => void seen.push(n), 500);
    WorkerThreadPool.waitForGroupTaskCompletion(group);
    await until(() => seen.length === 500);
    expect(seen.sort((a, b) => a - b)).toEqual(upTo(500));
  });
});

test("a Thread that is started with a function ends, and the call arrives", async () => {
  let calls = 0;
  const thread = new Thread();
  thread.start(() => void calls++);
  expect(thread.waitToFinish()).toBeNull();
  await until(() => calls === 1);
});

describe("a signal that is emitted on another thread", () => {
  test("calls what is connected on the main thread, its arguments kept alive", async () => {
    const seen: [number, unknown][] = [];
    counted.connect((n, item) => {
      seen.push([n, item?.getMeta("n")]);
    });
    threads.call("emit_counted", 100);
    expect(seen).toEqual([]);
    await until(() => seen.length === 100);
    expect(seen).toEqual(upTo(100).map((n) => [n, n]));
  });

  test("gives null for an object that is freed before the call has run", async () => {
    const seen: unknown[] = [];
    counted.connect((_n, item) => void seen.push(item));
    const node = new Node();
    threads.call("emit_with", node);
    node.free();
    await until(() => seen.length === 1);
    expect(seen).toEqual([null]);
  });

  test("calls nothing when its object has been freed meanwhile, and nothing crashes", async () => {
    const other = gdNode<Threads>("threads");
    let calls = 0;
    new Signal(other, "counted").connect(() => void calls++);
    other.call("emit_counted", 10);
    other.free();
    await until(() => calls === 10);
  });
});

describe("an object", () => {
  test("that another thread frees is known to be freed", () => {
    const nodes = Array.from({ length: 100 }, () => new Node());
    const ids = nodes.map((node) => node.getInstanceId());
    threads.call("free_on_thread", nodes);
    expect(nodes.some((node) => isInstanceValid(node))).toBe(false);
    expect(() => nodes[0]?.getChildCount()).toThrow(
      `Node.getChildCount: the Node has been freed (it was <Node#${ids[0]}>)`,
    );
  });

  test("that another thread lets go of lives while JavaScript holds it", async () => {
    const held = new RefCounted();
    const holder = GodotArray.from([held]);
    threads.call("drop_on_thread", holder);
    await nextFrame();
    expect(holder.length).toBe(0);
    expect(held.getReferenceCount()).toBe(1);
  });

  test("of a class in TypeScript refuses calls on another thread, with an error", async () => {
    const bound = new TestThreadBound();
    let answer: unknown;
    const log = await recordLog(() => {
      answer = threads.call("call_method_on_thread", bound, "count");
    });
    expect(answer).toBe(0);
    expect(bound.calls).toBe(0);
    expect(log).toEqual([
      expect.objectContaining({
        text: expect.stringContaining("TestThreadBound.count runs on the main thread only"),
      }),
    ]);
    bound.free();
  });
});

describe("a Callable of a function, on another thread", () => {
  test("is equal to its copies", () => {
    const callable = Callable.from(() => {});
    counted.connect(callable);
    expect(threads.call("disconnect_on_thread", callable)).toBe(false);
  });

  test("is found as a key", () => {
    const callable = Callable.from(() => {});
    const dictionary = new Dictionary();
    dictionary.set(callable, 1);
    expect(threads.call("has_key_on_thread", dictionary, callable)).toBe(true);
    expect(
      threads.call(
        "has_key_on_thread",
        dictionary,
        Callable.from(() => {}),
      ),
    ).toBe(false);
  });

  test("can be made a text", () => {
    expect(
      typeof threads.call(
        "text_on_thread",
        Callable.from(() => {}),
      ),
    ).toBe("string");
  });
});
