import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Engine, type Array as GodotArray, Node, OS, Signal, Timer, type Variant } from "godot";
import {
  type AsyncTask,
  CancelledError,
  coroutine,
  frames,
  method,
  nextFrame,
  once,
  register,
  SourceFreedError,
  sleep,
  spawn,
  t,
  untilResume,
} from "godot-ts";
import { allowAtExit } from "../../tools/jest-runner/harness/allow-at-exit";
import { gdNode } from "./support/gdscript";
import { recordLog } from "./support/log-recorder";
import { enter, tree, until } from "./support/tree";

@register()
class TestBoard extends Node {
  finallyRan = false;

  @method({ args: [t.int], returns: t.int })
  async double(n: number): Promise<number> {
    await nextFrame();
    return n * 2;
  }

  @method({ args: [t.int, t.object(Node), t.string], returns: t.int })
  async resumeAdd(a: number, object: Node, name: string): Promise<number> {
    const b = await untilResume<number>();
    const c = await coroutine<number>(object.call(name));
    return a + b + c;
  }

  @method({ returns: t.int })
  async fail(): Promise<number> {
    await nextFrame();
    throw new Error("the board failed");
  }

  @method()
  async forever(): Promise<void> {
    try {
      await sleep(Number.POSITIVE_INFINITY);
    } finally {
      this.finallyRan = true;
    }
  }
}

let board: TestBoard;
let script: Node;
beforeEach(() => {
  board = enter(new TestBoard());
  script = enter(gdNode("tasks"));
});
afterEach(() => {
  board.free();
  script.free();
});

describe("tasks", () => {
  test("a thousand that wait some frames all finish, in order", async () => {
    const finished: number[] = [];
    const tasks = Array.from({ length: 1000 }, (_, i) =>
      spawn(async () => {
        await frames(1 + Math.floor(i / 100));
        finished.push(i);
      }),
    );
    await Promise.all(tasks);
    expect(finished).toEqual(Array.from({ length: 1000 }, (_, i) => i));
  });

  test("start in the next drain, not within spawn", async () => {
    let hasStarted = false;
    const task = spawn(() => {
      hasStarted = true;
    });
    expect(hasStarted).toBe(false);
    await task;
    expect(hasStarted).toBe(true);
  });

  test("nextFrame waits for exactly one frame of the engine", async () => {
    await nextFrame();
    const before = Engine.getProcessFrames();
    await nextFrame();
    expect(Number(Engine.getProcessFrames()) - Number(before)).toBe(1);
  });

  test("one that throws is reported with its file and line, and the game goes on", async () => {
    const log = await recordLog(async () => {
      const task = spawn(
        async () => {
          await nextFrame();
          throw new Error("a task failed");
        },
        { name: "doomed" },
      );
      await until(() => task.isSettled);
      await nextFrame();
    });
    expect(log).toEqual([
      {
        kind: "script error",
        text: expect.stringContaining("Error: a task failed"),
        file: "res://test/engine/tasks.test.ts",
        line: expect.any(Number),
      },
    ]);
  });

  test("one that is cancelled runs its cleanup, and is not reported", async () => {
    const log = await recordLog(async () => {
      let hasCleanedUp = false;
      const task = spawn(async () => {
        try {
          await sleep(Number.POSITIVE_INFINITY);
        } finally {
          hasCleanedUp = true;
        }
      });
      await nextFrame();
      task.cancel("enough");
      await until(() => task.isSettled);
      expect(task.state).toBe("cancelled");
      expect(hasCleanedUp).toBe(true);
    });
    expect(log).toEqual([]);
  });
});

describe("Node beside the game", () => {
  test("an HTTP server and fetch work while frames go on", async () => {
    const server = createServer((_, response) => {
      setTimeout(() => response.end(JSON.stringify({ ann: 3 })), 50);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const before = Number(Engine.getProcessFrames());
    const response = await fetch(`http://127.0.0.1:${port}/`);
    expect(await response.json()).toEqual({ ann: 3 });
    expect(Number(Engine.getProcessFrames()) - before).toBeGreaterThan(1);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  test("a file is written to and read from user://", async () => {
    const path = `${OS.getUserDataDir()}/tasks-${process.pid}.txt`;
    await writeFile(path, "kept");
    expect(await readFile(path, "utf8")).toBe("kept");
  });
});

describe("GDScript and TypeScript await each other", () => {
  test("GDScript awaits an async method", async () => {
    const result = await coroutine(script.call("await_method", board, "double", [21]));
    expect(result).toBe(42);
  });

  test("an async method gives an AsyncTask that starts in the next drain", async () => {
    const task = board.call("double", 4) as unknown as AsyncTask & Node;
    expect(task.getClass()).toBe("AsyncTask");
    expect(task.get("state")).toBe("queued");
    await until(() => task.get("state") === "completed");
    expect(task.get("result")).toBe(8);
  });

  test("wait() gives the result at once when the task has ended", async () => {
    const task = board.call("double", 4) as unknown as Node;
    await until(() => task.get("state") === "completed");
    expect(await coroutine(script.call("await_wait", task))).toBe(8);
  });

  test("wait() gives the signal while the task goes on", async () => {
    const task = board.call("double", 5);
    expect(await coroutine(script.call("await_wait", task))).toBe(10);
  });

  test("TypeScript awaits a GDScript coroutine", async () => {
    expect(await coroutine(script.call("wait_and_add", 40, 2))).toBe(42);
  });

  test("a coroutine that awaits nothing gives its result", async () => {
    expect(await coroutine(script.call("add_at_once", 40, 2))).toBe(42);
  });

  test("TypeScript awaits a signal of a Timer", async () => {
    const timer = enter(new Timer());
    timer.oneShot = true;
    timer.start(0.01);
    expect(await once(timer.timeout)).toEqual([]);
    timer.free();
  });

  test("the recipe's proof: resume, a coroutine, and 42", async () => {
    const outcome = (await coroutine(script.call("resume_and_complete", board))) as GodotArray;
    expect(outcome.toJS()).toEqual([true, 42]);
  });

  test("a task that fails completes with null, after failed", async () => {
    let outcome: readonly Variant[] = [];
    const log = await recordLog(async () => {
      const array = (await coroutine(script.call("outcome_of", board.call("fail")))) as GodotArray;
      outcome = plain(array) as readonly Variant[];
      await nextFrame();
    });
    expect(outcome).toEqual([
      "failed",
      null,
      "Error: the board failed",
      [["failed", "Error: the board failed"]],
    ]);
    expect(log.map((entry) => entry.file)).toEqual(["res://test/engine/tasks.test.ts"]);
  });

  test("a task that GDScript cancels completes with null, after cancelled", async () => {
    const task = board.call("forever") as unknown as Node;
    const outcome = coroutine(script.call("outcome_of", task));
    await until(() => task.get("state") === "running");
    task.call("cancel");
    expect(plain((await outcome) as GodotArray)).toEqual(["cancelled", null, "", [["cancelled"]]]);
    expect(board.finallyRan).toBe(true);
  });

  test("a call with wrong arguments fails the task", async () => {
    let state: Variant = null;
    await recordLog(async () => {
      const task = board.call("double", "many") as unknown as Node;
      await until(() => task.get("state") === "failed");
      state = task.get("error");
      await nextFrame();
    });
    expect(state).toContain("TestBoard.double: argument 1 must be int");
  });
});

describe("waits whose source is freed", () => {
  test("once rejects with SourceFreedError", async () => {
    const timer = new Timer();
    const task = spawn(() => once(timer.timeout));
    const failure = expect(task).rejects.toThrow(SourceFreedError);
    await nextFrame();
    const log = await recordLog(async () => {
      timer.free();
      await failure;
    });
    expect(log).toEqual([]);
  });

  test("once outside of a task does so too", async () => {
    const timer = new Timer();
    const failure = expect(once(timer.timeout)).rejects.toThrow(SourceFreedError);
    timer.free();
    await failure;
  });

  test("once on an object that is freed already throws", () => {
    const timer = new Timer();
    const { timeout } = timer;
    timer.free();
    expect(() => once(timeout)).toThrow(/freed/);
  });

  test("a coroutine rejects when its owner is freed", async () => {
    // Godot leaks the name of the signal that a coroutine of a freed object awaits, without us too.
    allowAtExit("Orphan StringName: go ");
    const owner = gdNode("tasks");
    const failure = expect(coroutine(owner.call("wait_for_go"))).rejects.toThrow(SourceFreedError);
    await nextFrame();
    owner.free();
    await failure;
  });

  test("a coroutine is resumed by its signal, not before", async () => {
    const end = coroutine(script.call("wait_for_go"));
    let result: unknown;
    void end.then((value) => {
      result = value;
    });
    await frames(2);
    expect(result).toBeUndefined();
    new Signal(script, "go").emit();
    await end;
    expect(result).toBe("gone");
  });

  test("a cancelled once is disconnected", async () => {
    const timer = new Timer();
    const task = spawn(() => once(timer.timeout));
    const failure = expect(task).rejects.toThrow(CancelledError);
    await nextFrame();
    expect(timer.hasConnections("timeout")).toBe(true);
    task.cancel();
    await failure;
    expect(timer.hasConnections("timeout")).toBe(false);
    timer.free();
  });
});

describe("drains", () => {
  test("what a signal releases goes on in a drain, not within the emission", async () => {
    const log: string[] = [];
    const signal = new Signal<[value: number]>(script, "seen");
    const task = spawn(async () => {
      await once(signal);
      log.push("resumed");
    });
    await nextFrame();
    signal.emit(1);
    log.push("emitted");
    await task;
    expect(log).toEqual(["emitted", "resumed"]);
  });

  test("what a timer of this frame released runs in the late drain of the same frame", async () => {
    const timer = tree().createTimer(0.01);
    let firedIn = 0;
    timer.timeout.connect(() => {
      firedIn = Number(Engine.getProcessFrames());
    });
    await once(timer.timeout);
    expect(Number(Engine.getProcessFrames())).toBe(firedIn);
  });
});

/** What an Array holds, the arrays in it too. */
function plain(value: Variant): unknown {
  const isArray =
    (value as { constructor?: { name?: string } } | null)?.constructor?.name === "Array";
  return isArray ? (value as GodotArray).toJS().map(plain) : value;
}
