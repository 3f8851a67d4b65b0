import { type Array as GodotArray, type Object as GodotObject, Node, type Signal } from "godot";
import { method, nextFrame, once, register, sleep, spawn, t, untilResume } from "godot-ts";
import { collectGarbageUntil } from "./support/collect-garbage";
import { gdNode } from "./support/gdscript";
import { recordLog } from "./support/log-recorder";
import { enter, until } from "./support/tree";

@register()
class TestKitchen extends Node {
  @method({ returns: t.int })
  async cook(): Promise<number> {
    await nextFrame();
    return 3;
  }

  @method()
  async burn(): Promise<void> {
    await nextFrame();
    throw new RangeError("burnt");
  }

  @method()
  async simmer(): Promise<void> {
    await sleep(Number.POSITIVE_INFINITY);
  }

  @method({ returns: t.string })
  async ask(): Promise<string> {
    return untilResume<string>();
  }
}

let kitchen: TestKitchen;
let gd: Node;
beforeEach(() => {
  kitchen = enter(new TestKitchen());
  gd = enter(gdNode("task_connections"));
});
afterEach(() => {
  kitchen.free();
  gd.free();
});

/** Has the script do something with the task of a method, which nothing here holds. */
function start(method: string, hold: string): void {
  gd.call(hold, kitchen.call(method));
}

const heard = (): unknown[] =>
  (gd.get("heard") as GodotArray).toJS().map((each) => (isArray(each) ? each.toJS() : each));

function isArray(value: unknown): value is GodotArray {
  return typeof value === "object" && value !== null && "toJS" in value;
}

const untilFreed = () => collectGarbageUntil(() => gd.call("is_alive") === false);

describe("a task that functions connected to its signals refer to is freed", () => {
  test("after it has completed", async () => {
    start("cook", "hold_by_all");
    await untilFreed();
    expect(heard()).toEqual(["completed"]);
  });

  test("after it has failed", async () => {
    await recordLog(async () => {
      start("burn", "hold_by_all");
      await untilFreed();
    });
    expect(heard()).toEqual(["failed first: failed", "failed"]);
  });

  test("after it was cancelled, before it began and after", async () => {
    start("simmer", "hold_by_all");
    gd.call("tell_task", "cancel", []);
    await untilFreed();
    start("simmer", "hold_by_all");
    await nextFrame();
    gd.call("tell_task", "cancel", []);
    await untilFreed();
    expect(heard()).toEqual([
      "cancelled first: cancelled",
      "cancelled",
      "cancelled first: cancelled",
      "cancelled",
    ]);
  });

  test("after it was resumed", async () => {
    start("ask", "hold_by_all");
    await until(() => heard().length === 1);
    gd.call("tell_task", "resume", ["yes"]);
    await untilFreed();
    expect(heard()).toEqual(["resumable: running", "completed"]);
  });

  test("where an argument that is bound does", async () => {
    start("cook", "hold_by_bound_arguments");
    await untilFreed();
    expect(heard()).toEqual(["completed"]);
  });

  test("where one is connected several times, and counted", async () => {
    start("cook", "hold_many_times");
    await untilFreed();
    expect(heard()).toEqual(["completed"]);
  });

  test("where one is connected while completed is emitted", async () => {
    start("cook", "hold_from_within");
    await untilFreed();
    expect(heard()).toEqual(["connected"]);
  });

  test("where they are deferred or for once: each is called, before", async () => {
    start("cook", "hold_by_kinds");
    await untilFreed();
    expect(heard()).toEqual([
      ["once", 3, "completed"],
      ["plain", 3, "completed"],
      ["deferred", 3, "completed"],
      ["deferred once", 3, "completed"],
    ]);
  });

  test("where one awaits it, and then its result", async () => {
    start("cook", "await_and_go_on");
    await untilFreed();
    expect(heard()).toEqual([3, 3]);
  });
});

test("a function that awaits another signal goes on waiting for it", async () => {
  start("cook", "await_failure");
  await until(() => gd.call("task_state") === "completed");
  await nextFrame();
  expect(heard()).toEqual([]);
  gd.call("tell_task", "emit_signal", ["failed", "by hand"]);
  expect(heard()).toEqual(["by hand"]);
  await untilFreed();
});

test("a listener in TypeScript stays connected, and may go later", async () => {
  const log = await recordLog(async () => {
    const task = kitchen.call("cook") as GodotObject & Record<"completed" | "failed", Signal>;
    const results: unknown[] = [];
    const leave = task.completed.connect((result) => results.push(result));
    const failing = spawn(() => once(task.failed));
    await until(() => results.length === 1);
    leave();
    failing.cancel();
    await until(() => failing.state === "cancelled");
  });
  expect(log).toEqual([]);
});
