import {
  type Array as GodotArray,
  type Object as GodotObject,
  isInstanceValid,
  Node,
  type Signal,
  type Variant,
} from "godot";
import {
  CancelledError,
  coroutine,
  frames,
  getExecutor,
  method,
  nextFrame,
  progress,
  register,
  registerRuntime,
  setExecutor,
  sleep,
  spawn,
  t,
  terminateRuntime,
  untilResume,
} from "godot-ts";
import { collectGarbage, collectGarbageUntil } from "./support/collect-garbage";
import { gdNode } from "./support/gdscript";
import { recordLog } from "./support/log-recorder";
import { enter, until } from "./support/tree";

@register()
class TestBank extends Node {
  readonly log: string[] = [];

  @method({ args: [t.int], returns: t.int })
  async countSlowly(n: number): Promise<number> {
    this.log.push("began");
    await nextFrame();
    return n * 2;
  }

  @method({ args: [t.int], returns: t.int, task: { start: "now" } })
  async countAtOnce(n: number): Promise<number> {
    this.log.push("began at once");
    return n;
  }

  @method({ args: [t.string], returns: t.string })
  async spell(text: string): Promise<string> {
    await nextFrame();
    return [...text].join("-");
  }

  @method()
  async failSlowly(): Promise<void> {
    await nextFrame();
    throw new RangeError("the bank failed");
  }

  @method()
  async waitForEver(): Promise<void> {
    await sleep(Number.POSITIVE_INFINITY);
  }

  @method({ args: [t.signal] })
  async tellSlowly(told: Signal): Promise<void> {
    for (let round = 0; round < 3; round++) {
      await nextFrame();
      await collectGarbage();
    }
    told.emit();
  }

  @method({ returns: t.string })
  async ask(): Promise<string> {
    return `they said ${await untilResume<string | null>()}`;
  }

  @method({ returns: t.string })
  async askTwice(): Promise<string> {
    const first = untilResume<string>().catch((error: Error) => error.name);
    const second = untilResume<string>();
    return `${await first}, then ${await second}`;
  }

  @method({ returns: t.int })
  async load(): Promise<number> {
    for (const [fraction, note] of [
      [0, "begins"],
      [0.5, "half"],
      [1, ""],
    ] as const) {
      progress(fraction, note);
      await nextFrame();
    }
    return 3;
  }

  @method({ returns: t.variant })
  async giveASymbol(): Promise<Variant> {
    await nextFrame();
    return Symbol("no value of Godot's") as never;
  }
}

let bank: TestBank;
let gd: Node;
beforeEach(() => {
  bank = enter(new TestBank());
  gd = enter(gdNode("async_task"));
});
afterEach(() => {
  bank.free();
  gd.free();
});

/** What a coroutine of the script gives. */
async function run(name: string, ...args: readonly unknown[]): Promise<unknown> {
  return plain(await coroutine(gd.call(name, ...(args as Variant[]))));
}

const call = (name: string, ...args: readonly unknown[]) =>
  gd.call("call_method", bank, name, args as never) as GodotObject;

describe("GDScript awaits a task", () => {
  test("for an int, with types", async () => {
    expect(await run("typed_result", bank)).toBe(40);
  });

  test("for a String, with types", async () => {
    expect(await run("typed_text", bank)).toBe("a-b");
  });

  test("without types", async () => {
    expect(await run("untyped_result", bank, 4)).toBe(8);
  });

  test("that has ended, by wait(), as often as it likes", async () => {
    expect(await run("late_result", bank)).toEqual([40, 40, "completed"]);
  });

  test("that has failed, by wait()", async () => {
    let outcome: unknown;
    await recordLog(async () => {
      outcome = await run("late_failure", bank);
    });
    expect(outcome).toEqual([null, "failed", "RangeError: the bank failed"]);
  });

  test("that was cancelled before it began, by wait()", async () => {
    expect(await run("late_cancellation", bank)).toEqual([null, "cancelled", ""]);
  });

  test("that nothing refers to but a signal it will emit", async () => {
    expect(await run("hear_unheld", bank)).toBe(true);
  });

  test("and reads its result when completed is emitted", async () => {
    expect(await run("result_within_completed", bank)).toBe(2);
  });
});

describe("completed comes exactly once, last,", () => {
  test("when the task completes", async () => {
    expect(await run("story_of", call("count_slowly", 1))).toEqual([["completed", 2, "completed"]]);
  });

  test("when it fails", async () => {
    let story: unknown;
    await recordLog(async () => {
      story = await run("story_of", call("fail_slowly"));
    });
    expect(story).toEqual([
      ["failed", "RangeError: the bank failed"],
      ["completed", null, "failed"],
    ]);
  });

  test("when it is cancelled, before it has begun and after", async () => {
    const queued = call("wait_for_ever");
    const story = run("story_of", queued);
    queued.call("cancel");
    queued.call("cancel");
    expect(await story).toEqual(["cancelled", ["completed", null, "cancelled"]]);

    const running = call("wait_for_ever");
    const other = run("story_of", running);
    await until(() => running.get("state") === "running");
    running.call("cancel");
    running.call("cancel");
    expect(await other).toEqual(["cancelled", ["completed", null, "cancelled"]]);
  });

  test("after all that the task tells of its progress", async () => {
    expect(await run("story_of", call("load"))).toEqual([
      [0, "begins"],
      [0.5, "half"],
      [1, ""],
      ["completed", 3, "completed"],
    ]);
  });

  test("when its result is nothing that GDScript could have, with an error", async () => {
    let story: unknown;
    const log = await recordLog(async () => {
      story = await run("story_of", call("give_a_symbol"));
    });
    expect(story).toEqual([["completed", null, "completed"]]);
    expect(log[0]?.text).toMatch(/symbol/i);
  });
});

test("an async method starts within the call where its task shall start now", async () => {
  const task = call("count_at_once", 5);
  expect(bank.log).toEqual(["began at once"]);
  expect(await run("story_of", task)).toEqual([["completed", 5, "completed"]]);
});

test("a task that nobody refers to goes on until it has ended, and is collected", async () => {
  (() => {
    gd.call("keep", call("count_slowly", 1));
    gd.call("let_go");
  })();
  await until(() => gd.get("completions") === 1);
  await collectGarbageUntil(() => gd.call("is_kept_alive") === false);
});

describe("an AsyncTask that has ended", () => {
  beforeEach(async () => {
    gd.call("start_and_keep", bank);
    await until(() => gd.get("completions") === 1);
  });

  test("is freed when GDScript drops it, without a garbage collection", () => {
    expect(gd.call("is_kept_alive")).toBe(true);
    gd.call("let_go");
    expect(gd.call("is_kept_alive")).toBe(false);
  });

  test("stays for whom TypeScript gives it, when GDScript has dropped it", async () => {
    const task = gd.call("kept_task") as GodotObject;
    gd.call("let_go");
    await collectGarbage();
    expect(isInstanceValid(task)).toBe(true);
    expect([task.get("state"), task.get("result")]).toEqual(["completed", 2]);
  });
});

test("an AsyncTask that TypeScript got while it ran stays, when GDScript has dropped it", async () => {
  gd.call("start_and_keep", bank);
  const task = gd.call("kept_task") as GodotObject;
  gd.call("let_go");
  await until(() => gd.get("completions") === 1);
  await collectGarbage();
  expect([task.get("state"), task.get("result")]).toEqual(["completed", 2]);
});

test("an AsyncTask that a script makes by hand has ended, and gives nothing", async () => {
  expect(await run("made_by_hand")).toEqual(["cancelled", null, false, null]);
});

describe("resume", () => {
  test("delivers to a resumable task, is dropped by any other, and gives the result after", async () => {
    let seen: unknown;
    const log = await recordLog(async () => {
      seen = await run("resume_states", bank);
    });
    expect(seen).toEqual([
      [false, true],
      [true, true],
      true,
      [false, "running"],
      true,
      "they said yes",
      "they said yes",
      [false, false],
    ]);
    expect(log).toEqual([
      expect.objectContaining({
        kind: "warning",
        text: expect.stringContaining("the value is dropped"),
      }),
    ]);
  });

  test("without a value delivers null", async () => {
    expect(await run("resume_with_nothing", bank)).toBe("they said null");
  });

  test("never runs the task within the call", async () => {
    const task = call("ask");
    await until(() => task.call("is_valid") === true);
    task.call("resume", "later");
    expect(task.get("state")).toBe("running");
    await until(() => task.get("state") === "completed");
  });

  test("goes to the second of two untilResume: the first rejects, with a warning", async () => {
    const task = call("ask_twice");
    const story = run("story_of", task);
    const log = await recordLog(() => until(() => task.call("is_valid") === true));
    task.call("resume", "second");
    expect(await story).toEqual([
      "resumable",
      ["completed", "ResumeReplacedError, then second", "completed"],
    ]);
    expect(log).toEqual([
      expect.objectContaining({
        kind: "warning",
        text: expect.stringContaining("the earlier wait rejects"),
      }),
    ]);
  });
});

describe("a call that cannot be right gives a task that fails with the error,", () => {
  test.each([
    ["a wrong argument", ["many"], 'argument 1 must be int, not string "many"'],
    ["a missing argument", [], "takes 1 arguments, got 0"],
    ["an excess argument", [1, 2], "takes 1 arguments, got 2"],
  ])("for %s", async (_what, args, message) => {
    let story: unknown;
    const log = await recordLog(async () => {
      story = await run("story_of", call("count_slowly", ...args));
    });
    expect(story).toEqual([
      ["failed", expect.stringContaining(`TestBank.countSlowly`)],
      ["completed", null, "failed"],
    ]);
    expect(log).toEqual([expect.objectContaining({ text: expect.stringContaining(message) })]);
    expect(bank.log).toEqual([]);
  });
});

describe("an async method gives null, and an error that says what to do,", () => {
  test("where no executor is set", async () => {
    const executor = getExecutor();
    let task: unknown = "untouched";
    const log = await recordLog(() => {
      setExecutor(undefined);
      task = call("count_slowly", 1);
      setExecutor(executor);
    });
    expect(task).toBeNull();
    expect(log[0]?.text).toContain("no executor is installed: call setExecutor");
  });

  test("where the runtime is terminated, and works again when it is registered", async () => {
    let task: unknown = "untouched";
    const log = await recordLog(() => {
      terminateRuntime();
      task = call("count_slowly", 1);
      registerRuntime();
    });
    expect(task).toBeNull();
    expect(log[0]?.text).toContain("the runtime is terminated: register it again");
    expect(await run("typed_result", bank)).toBe(40);
  });
});

test("the tasks that live are cancelled when the runtime is terminated, and complete", async () => {
  const task = call("wait_for_ever");
  gd.call("keep", task);
  await until(() => task.get("state") === "running");
  terminateRuntime();
  registerRuntime();
  await until(() => gd.get("completions") === 1);
  expect(task.get("state")).toBe("cancelled");
});

describe("coroutine() in TypeScript", () => {
  test("waits for the task of an async method, as for a coroutine of GDScript", async () => {
    expect(await coroutine(call("count_slowly", 21))).toBe(42);
  });

  test("gives the result of a task that has ended", async () => {
    const task = call("count_slowly", 21);
    await until(() => task.get("state") === "completed");
    expect(await coroutine(task)).toBe(42);
  });

  test("throws what the task failed with, which is then not reported", async () => {
    const log = await recordLog(async () => {
      await expect(coroutine(call("fail_slowly"))).rejects.toThrow("the bank failed");
      await nextFrame();
    });
    expect(log).toEqual([]);
  });

  test("throws when the task is cancelled", async () => {
    const task = call("wait_for_ever");
    const end = expect(coroutine(task)).rejects.toThrow(CancelledError);
    await nextFrame();
    task.call("cancel");
    await end;
  });
});

describe("a task that is bound to a node", () => {
  let node: Node;
  beforeEach(() => {
    node = enter(new Node());
  });
  afterEach(() => {
    if (isInstanceValid(node)) node.free();
  });

  test("completes as any other", async () => {
    expect(await run("bound_result", bank, node)).toBe(40);
  });

  test.each([
    ["is freed", () => node.free()],
    ["is freed at the end of the frame", () => node.queueFree()],
    ["leaves the tree", () => node.getParent()?.removeChild(node)],
  ])("is cancelled, and completes, when the node %s", async (_what, end) => {
    const outcome = run("bound_outcome", bank, node);
    await nextFrame();
    end();
    expect(await outcome).toEqual([true, "cancelled"]);
    expect(gd.get("completions")).toBe(1);
  });

  test("goes on when the node is moved to another parent", async () => {
    const task = call("wait_for_ever");
    task.call("bind_to", node);
    await nextFrame();
    node.reparent(bank);
    await frames(2);
    expect(task.get("state")).toBe("running");
    task.call("cancel");
    await until(() => task.get("state") === "cancelled");
  });

  test("ends with its own node as well", async () => {
    const task = call("wait_for_ever");
    task.call("bind_to", node);
    await nextFrame();
    bank.free();
    await until(() => task.get("state") === "cancelled");
    bank = enter(new TestBank());
  });

  test("that does not exist is refused, with an error", async () => {
    const task = call("count_slowly", 1);
    const log = await recordLog(() => task.call("bind_to", null));
    expect(log[0]?.text).toContain("AsyncTask.bindTo: argument 1 must be Node, not null");
    await until(() => task.get("state") === "completed");
  });
});

test("a task may call GDScript that starts another, and wait for it", async () => {
  const task = spawn(async () => {
    const another = gd.call("start_within_a_task", bank) as GodotObject;
    await until(() => another.get("state") === "completed");
    return another.get("result");
  });
  expect(await task).toBe(6);
});

/** What an Array holds, the arrays in it too. */
function plain(value: Variant): unknown {
  const isArray =
    (value as { constructor?: { name?: string } } | null)?.constructor?.name === "Array";
  return isArray ? (value as GodotArray).toJS().map(plain) : value;
}
