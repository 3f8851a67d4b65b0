import { Callable, type Array as GodotArray, Node, OS, Thread, WorkerThreadPool } from "godot";
import {
  CancelledError,
  currentTask,
  joined,
  method,
  nextFrame,
  register,
  runGroupOnPool,
  runOnPool,
  spawn,
} from "godot-ts";
import { gdNode } from "./support/gdscript";
import { type LogEntry, recordLog } from "./support/log-recorder";
import { until } from "./support/tree";
import { cancelInWait } from "./support/waiting";

@register()
class TestWorker extends Node {
  @method()
  work(): void {}
}

let worker: Node;
beforeEach(() => {
  worker = gdNode("pool");
});
afterEach(() => worker.free());

const done = () => (worker.get("done") as GodotArray).toJS();
const stop = () => worker.set("stops", true);
const callable = (name: string) => new Callable(worker, name);

describe("runOnPool(callable)", () => {
  test("resolves when the method has run, on another thread", async () => {
    await runOnPool(callable("is_off_main_thread"));
    expect(done()).toEqual([true]);
  });

  test("frames go on meanwhile", async () => {
    const task = spawn(() => runOnPool(callable("work_until_stopped")));
    await nextFrame();
    await nextFrame();
    expect(task.state).toBe("running");
    stop();
    await task;
  });

  test("runs methods of the engine", async () => {
    const node = new Node();
    await runOnPool(new Callable(node, "set_meta").bind("n", 3), { highPriority: true });
    expect(node.getMeta("n")).toBe(3);
    node.free();
  });

  test("a hundred at once all end", async () => {
    await Promise.all(Array.from({ length: 100 }, (_, i) => runOnPool(callable("work").bind(i))));
    expect(done().sort((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 100 }, (_, i) => i),
    );
  });

  test("a cancelled wait leaves the method running, and the engine forgets it at its end", async () => {
    const addTask = WorkerThreadPool.addTask;
    let id = -1;
    WorkerThreadPool.addTask = (...args) => {
      id = addTask.apply(WorkerThreadPool, args);
      return id;
    };
    const task = spawn(() => runOnPool(callable("work_until_stopped")));
    await nextFrame();
    WorkerThreadPool.addTask = addTask;
    task.cancel();
    await expect(task).rejects.toThrow(CancelledError);
    expect(WorkerThreadPool.isTaskCompleted(id)).toBe(false);
    stop();
    // False says of a task that goes on, and of one that the engine has forgotten: but of that it complains.
    let complaints: readonly LogEntry[] = [];
    while (complaints.length === 0) {
      complaints = await recordLog(() => WorkerThreadPool.isTaskCompleted(id));
      await nextFrame();
    }
    expect(complaints.map(({ text }) => text)).toEqual([
      expect.stringContaining("Invalid Task ID"),
    ]);
  });

  test("an aborted signal runs nothing", async () => {
    const signal = AbortSignal.abort(new Error("no"));
    await expect(runOnPool(callable("work"), { signal })).rejects.toThrow("no");
    expect(done()).toEqual([]);
  });

  test("says what it waits for", async () => {
    const task = spawn(() => runOnPool(callable("work_until_stopped"), { description: "bake" }));
    await nextFrame();
    expect(task.waitsFor).toBe('the thread pool\'s task "bake"');
    stop();
    await task;
  });

  test("JavaScript is refused, and told where it can run", () => {
    const own = new TestWorker();
    const message =
      "runOnPool(callable) runs methods of the engine and of GDScript, and not JavaScript, which runs on the main thread alone: use node:worker_threads";
    const compute = () => 1;
    expect(() => runOnPool(compute as never)).toThrow(message);
    expect(() => runOnPool(Callable.from(compute))).toThrow(message);
    expect(() => runOnPool(Callable.from(compute).bind(1))).toThrow(message);
    expect(() => runOnPool(new Callable(own, "work"))).toThrow(message);
    own.free();
  });

  test("what can't be called is refused", () => {
    const node = new Node();
    const freed = new Callable(node, "get_name");
    node.free();
    expect(() => runOnPool(freed)).toThrow(/can't be called: its object is freed/);
    expect(() => runOnPool(3 as never)).toThrow("runOnPool(callable) needs a Callable, but got 3");
  });
});

describe("runGroupOnPool(callable, count)", () => {
  test("runs the method for each number, and tells the progress in the task that waits", async () => {
    const fractions: number[] = [];
    const task = spawn(() =>
      runGroupOnPool(callable("work"), 20, {
        tasksNeeded: 2,
        onProgress(fraction) {
          fractions.push(fraction);
          expect(currentTask()).toBe(task);
        },
      }),
    );
    await task;
    expect(done().sort((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 20 }, (_, i) => i),
    );
    expect(fractions.at(-1)).toBe(1);
  });

  test("of nothing is over at once", async () => {
    await runGroupOnPool(callable("work"), 0);
    expect(done()).toEqual([]);
  });

  test("a cancelled wait leaves it running to its end", async () => {
    const task = spawn(() => runGroupOnPool(callable("work_until_stopped"), 3));
    await nextFrame();
    expect(task.waitsFor).toBe('the thread pool\'s group "work_until_stopped" of 3');
    await cancelInWait(task);
    stop();
    // Free only what no thread uses any more.
    await runGroupOnPool(callable("work"), 10);
    await nextFrame();
  });

  test("a wrong count is refused", () => {
    expect(() => runGroupOnPool(callable("work"), 1.5)).toThrow(
      "runGroupOnPool(callable, count) needs a whole number of elements, 0 or more, but got 1.5",
    );
  });
});

describe("joined(thread)", () => {
  test("resolves to what the thread's function returned", async () => {
    const thread = worker.call("started", "work_until_stopped") as Thread;
    const task = spawn(() => joined<number>(thread));
    await nextFrame();
    expect(task.waitsFor).toMatch(/^the end of <Thread#-?\d+>$/);
    stop();
    expect(await task).toBe(42);
    expect(thread.isStarted()).toBe(false);
  });

  test("several wait for one", async () => {
    const thread = worker.call("started", "work_until_stopped") as Thread;
    const ends = [joined(thread), joined(thread)];
    stop();
    expect(await Promise.all(ends)).toEqual([42, 42]);
  });

  test("when the wait is cancelled, the thread is joined at its end", async () => {
    const thread = worker.call("started", "work_until_stopped") as Thread;
    await cancelInWait(spawn(() => joined(thread)));
    expect(thread.isAlive()).toBe(true);
    stop();
    await until(() => !thread.isStarted());
  });

  test("rejects for a thread that wasn't started, or was joined by somebody else", async () => {
    await expect(joined(new Thread())).rejects.toThrow(/was never started, or has been joined/);
    const thread = worker.call("started", "work_until_stopped") as Thread;
    const end = joined(thread);
    stop();
    expect(worker.call("join", thread)).toBe(42);
    await expect(end).rejects.toThrow(/was never started, or has been joined/);
  });

  test("what is no thread is refused", () => {
    expect(() => joined(worker as never)).toThrow(/joined\(thread\) needs an object of Thread/);
  });
});

test("what runs on the pool when the game ends is ended first", async () => {
  void runOnPool(new Callable(OS, "delay_msec").bind(100));
  void spawn(() => runGroupOnPool(new Callable(OS, "delay_msec").bind(50).unbind(1), 2));
  await nextFrame();
});
