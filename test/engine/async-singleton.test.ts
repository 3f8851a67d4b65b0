import {
  Dictionary,
  Engine,
  Error as EngineError,
  GDScript,
  Array as GodotArray,
  type Object as GodotObject,
  Node,
} from "godot";
import { nextFrame, register, registerRuntime, scopeOf, sleep, terminateRuntime } from "godot-ts";
import { allowAtExit } from "../../tools/jest-runner/harness/allow-at-exit";
import { failure, logOf, result } from "./support/async-calls";
import { gdNode } from "./support/gdscript";
import { recordLog } from "./support/log-recorder";
import { enter, tree, until } from "./support/tree";

// Godot leaks the name of the signal that a coroutine of a freed object awaits, without us too.
allowAtExit("Orphan StringName: never_told ");

/** Takes the name of a singleton. */
@register()
export class TestTakenAsync extends Node {}

let typed: Node;
let untyped: Node;
beforeEach(() => {
  typed = enter(gdNode("async_typed"));
  untyped = enter(gdNode("async_untyped"));
});
afterEach(() => {
  typed.free();
  untyped.free();
});

describe("GDScript, with types,", () => {
  test("has each task as an AsyncTask", async () => {
    expect(await result(typed, "delay_is_a_task")).toEqual([
      "completed",
      null,
      "Async.delay",
      "completed",
    ]);
  });

  test.each([
    ["CLOCK_GAME", 0],
    ["CLOCK_UNSCALED", 1],
    ["CLOCK_REAL", 2],
    ["CLOCK_PHYSICS", 3],
  ])("waits on %s", async (_name, clock) => {
    expect(await result(typed, "delay_on", clock)).toBe("completed");
  });

  test("waits for the next frame and the next physics tick", async () => {
    expect(await result(typed, "frames")).toEqual([1, true, true]);
  });

  test("runs functions and coroutines as tasks, which have their results", async () => {
    expect(await result(typed, "run_function")).toEqual([3, 4]);
  });

  test("waits for tasks, signals emitted right away, and coroutines together", async () => {
    expect(await result(typed, "all_kinds")).toEqual([1, null, 7, [8, "eight"], 2]);
  });

  test("waits for what typed Arrays hold", async () => {
    expect(await result(typed, "typed_lists")).toEqual([[1, 2], [3], [null]]);
  });

  test("waits for all of nothing no longer than a moment", async () => {
    expect(await result(typed, "all_of_nothing")).toEqual([]);
  });

  test("has the first of a race, and the loser is cancelled", async () => {
    expect(await result(typed, "first_of", 1000)).toEqual(["later", "cancelled"]);
    expect(await result(typed, "first_of", 0)).toEqual([null, "cancelled"]);
  });

  test("has the first that succeeds of any", async () => {
    expect(await result(typed, "any_that_succeeds")).toEqual(["fine", "failed"]);
  });

  test("is told why each of any has failed", async () => {
    let outcome: unknown;
    await logOf(async () => {
      outcome = await result(typed, "any_that_all_fail");
    });
    expect(outcome).toEqual([
      null,
      "failed",
      expect.stringMatching(/all have failed: TimeoutError: .*; TimeoutError: /),
    ]);
  });

  test("has a result that comes in time", async () => {
    expect(await result(typed, "in_time")).toEqual(["here", "completed"]);
  });

  test("gives up what is late, which is no error in the log", async () => {
    let outcome: unknown;
    const log = await logOf(async () => {
      outcome = await result(typed, "too_late");
    });
    expect(outcome).toEqual([
      null,
      "failed",
      expect.stringContaining("was not done within 0.01 s"),
      "cancelled",
    ]);
    expect(log).toEqual([]);
  });

  test("waits until a function says so", async () => {
    expect(await result(typed, "until_open")).toEqual(["running", "completed", true]);
  });

  test("loads a resource, and hears how far it is", async () => {
    const path = "res://test/engine/scenes/two.tscn";
    expect(await result(typed, "load_scene", path)).toEqual([path, 1]);
  });

  test("cancels a task that runs a coroutine, which goes on", async () => {
    expect(await result(typed, "cancelled_run")).toEqual(["cancelled", null, "went on"]);
  });
});

test("the parser knows what the methods give", async () => {
  const assign = (type: string): GDScript => {
    const script = new GDScript();
    script.sourceCode = `extends Node\n\nvar found: ${type} = Async.delay(1)\n`;
    return script;
  };
  expect(assign("AsyncTask").reload()).toBe(EngineError.OK);
  const log = await recordLog(() =>
    expect(assign("int").reload()).toBe(EngineError.ERR_PARSE_ERROR),
  );
  expect(log[0]?.text).toContain('Cannot assign a value of type AsyncTask to variable "found"');
});

describe("GDScript, without types,", () => {
  test("waits for tasks and coroutines together", async () => {
    expect(await result(untyped, "delay_and_all")).toEqual([null, "late"]);
  });

  test("waits for one task twice", async () => {
    expect(await result(untyped, "wait_twice")).toEqual(["late", "late"]);
  });

  test("cancels what all waits for along with it", async () => {
    expect(await result(untyped, "cancelled_all")).toEqual(["cancelled", "cancelled", 0]);
  });

  test("cancels the task that a function gives along with the one that runs it", async () => {
    expect(await result(untyped, "inner_task_of_a_cancelled_run")).toEqual([
      "cancelled",
      "cancelled",
    ]);
  });
});

describe("a task that is bound to a node", () => {
  test("is cancelled when the node leaves the tree for good", async () => {
    const node = enter(new Node());
    const task = typed.call("bound_to", node) as GodotObject;
    const end = result(typed, "forget", task);
    tree().root.removeChild(node);
    expect(await end).toEqual(["cancelled", null]);
    node.free();
  });

  test("is cancelled when the node is freed", async () => {
    const node = enter(new Node());
    const task = typed.call("bound_to", node) as GodotObject;
    const end = result(typed, "forget", task);
    node.free();
    expect(await end).toEqual(["cancelled", null]);
  });

  test("is cancelled by cancel_all, with the tasks of TypeScript's, and no other task", async () => {
    const node = enter(new Node());
    const other = typed.call("bound_to", typed) as GodotObject;
    const end = result(typed, "forget", typed.call("bound_to", node));
    const own = scopeOf(node).spawn(() => sleep(1000));
    const pooled = scopeOf(node, { until: "free" }).spawn(() => sleep(1000));
    typed.call("cancel_all_of", node);
    expect(await end).toEqual(["cancelled", null]);
    await nextFrame();
    expect([own.state, pooled.state, other.get("state")]).toEqual([
      "cancelled",
      "cancelled",
      "running",
    ]);
    node.free();
  });
});

test("a task belongs to nobody, also where a task of TypeScript's calls GDScript", async () => {
  const node = enter(new Node());
  let task: GodotObject | undefined;
  await scopeOf(node).spawn(() => {
    task = (typed.call("bound_to", typed) as GodotObject) ?? undefined;
  });
  node.free();
  await nextFrame();
  expect(task?.get("state")).toBe("running");
});

describe("a source that is freed fails the task:", () => {
  test("a signal's object, and the others are cancelled", async () => {
    let outcome: unknown;
    await logOf(async () => {
      outcome = await result(untyped, "freed_signal");
    });
    expect(outcome).toEqual(["failed", expect.stringContaining("SourceFreedError"), "cancelled"]);
  });

  test.each(["callable_of_a_freed_object", "coroutine_of_a_freed_object"])("%s", async (name) => {
    let outcome: unknown;
    const log = await logOf(async () => {
      outcome = await result(untyped, name);
    });
    expect(outcome).toEqual(["failed", expect.stringContaining("SourceFreedError")]);
    expect(log).toHaveLength(1);
  });
});

describe("a wrong call is an error in the log, and a task that fails:", () => {
  test.each([
    [
      "all",
      [GodotArray.from([1])],
      "Async.all(list): item 0 must be an AsyncTask, a Signal or a Callable, not number 1",
    ],
    ["all", ["x"], 'Async.all: argument 1 must be Array, not string "x"'],
    ["race", [new GodotArray()], "Async.race(list): the list is empty: it would never end"],
    ["any", [new GodotArray()], "Async.any(list): the list is empty: it would never end"],
    ["delay", [-1], "Async.delay(seconds): the seconds must be 0 or more, not -1"],
    ["delay", ["x"], 'Async.delay: argument 1 must be float, not string "x"'],
    [
      "delay",
      [1, 9],
      "Async.delay: argument 2 must be one of CLOCK_GAME, CLOCK_UNSCALED, CLOCK_REAL, CLOCK_PHYSICS or nothing, not number 9",
    ],
    ["delay", [], "Async.delay takes 1 to 2 arguments, got 0"],
    [
      "timeout",
      [5, 1],
      "Async.timeout(awaitable, seconds): the awaitable must be an AsyncTask, a Signal or a Callable, not number 5",
    ],
    ["until", [1], "Async.until: argument 1 must be Callable, not number 1"],
    ["load", ["res://no-such.tres"], "res://no-such.tres"],
    ["fetch", ["nonsense"], "nonsense: this is no URL that begins with http"],
    [
      "fetch",
      ["http://127.0.0.1:1", Dictionary.from({ verb: "GET" })],
      'Async.fetch(url, options): there is no option "verb", only method, headers, body, timeout, follow_redirects',
    ],
    [
      "fetch",
      ["http://127.0.0.1:1", Dictionary.from({ timeout: "soon" })],
      'Async.fetch(url, options): options.timeout must be a number of seconds, 0 or more, not string "soon"',
    ],
  ])("%s(%p)", async (method, args, message) => {
    const { outcome, log } = await failure(untyped, method, ...args);
    expect(outcome).toEqual(["failed", null, expect.stringContaining(message)]);
    expect(log).toEqual([expect.stringContaining(message)]);
  });

  test.each([
    ["signal_of_nobody", "Async.all(list): item 0 is a Signal of no object, or of a freed one"],
    ["run_freed", "Async.run(callable): the callable, the object of is_told, was freed"],
    ["run_empty", "Async.run(callable): the callable is an empty Callable"],
    [
      "run_with_too_few_arguments",
      "Async.run(callable): the callable, _later, could not be called: Callable.call(): the engine refused the call: it takes at least 1 argument, got 0",
    ],
    [
      "until_not_a_bool",
      "Async.until(callable): the callable must return a bool, but it returned number 5",
    ],
  ])("%s", async (name, message) => {
    let outcome: unknown;
    const log = await logOf(async () => {
      outcome = await result(untyped, name);
    });
    expect(outcome).toEqual(["failed", null, expect.stringContaining(message)]);
    expect(log).toEqual([expect.objectContaining({ text: expect.stringContaining(message) })]);
  });

  test("the error says where the call is", async () => {
    const { log } = await failure(untyped, "delay", -1);
    expect(log).toEqual([
      expect.stringMatching(
        /not -1 \(called at res:\/\/test\/engine\/gd\/async_untyped\.gd:\d+\)$/,
      ),
    ]);
  });

  test("a failure within all is reported once", async () => {
    let outcome: unknown;
    const log = await logOf(async () => {
      outcome = await result(untyped, "failure_is_passed_on");
    });
    expect(outcome).toEqual(["failed", expect.stringContaining("TimeoutError")]);
    expect(log).toHaveLength(1);
  });
});

test("a runtime with a prefix has an Async of its own, whose tasks are of its class", async () => {
  terminateRuntime();
  registerRuntime({ prefix: "TestPrefixed" });
  const prefixed = Engine.getSingleton("TestPrefixedAsync") as GodotObject;
  const task = prefixed.call("delay", 0) as GodotObject;
  expect(task.getClass()).toBe("TestPrefixedAsyncTask");
  await until(() => task.get("state") === "completed");
  terminateRuntime();
  registerRuntime();
  expect(await result(untyped, "delay_and_all")).toEqual([null, "late"]);
});

test("where the name is taken, the runtime is there without an Async, and the log says why", async () => {
  terminateRuntime();
  const log = await recordLog(() => registerRuntime({ prefix: "TestTaken" }));
  expect(log.map(({ text }) => text.split("\n", 1)[0])).toEqual([
    "TypeError: @register: TestTakenAsync is the name of another class of TypeScript's",
  ]);
  expect(Engine.hasSingleton("TestTakenAsync")).toBe(false);
  terminateRuntime();
  registerRuntime();
});
