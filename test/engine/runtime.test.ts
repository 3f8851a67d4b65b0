import { ClassDB, Engine, Node } from "godot";
import {
  AsyncExecutorDriver,
  CancelledError,
  getExecutor,
  type LocalFuture,
  LocalPool,
  method,
  nextFrame,
  RuntimeError,
  register,
  registerRuntime,
  SpawnError,
  setExecutor,
  sleep,
  spawn,
  t,
  terminateRuntime,
} from "godot-ts";
import { recordLog } from "./support/log-recorder";
import { enter, tree, until } from "./support/tree";

@register()
class TestWorker extends Node {
  @method({ returns: t.int })
  async work(): Promise<number> {
    await nextFrame();
    return 1;
  }
}

/** Runs a function where no promise is going on: in the engine's own signal of a frame. */
async function inEngineCallback(run: () => void): Promise<void> {
  let error: unknown;
  let hasRun = false;
  tree().processFrame.once(() => {
    try {
      run();
    } catch (thrown) {
      error = thrown;
    }
    hasRun = true;
  });
  await new Promise<void>((resolve) => {
    const waiting = setInterval(() => {
      if (!hasRun) return;
      clearInterval(waiting);
      resolve();
    }, 1);
  });
  if (error !== undefined) throw error;
}

describe("the runtime", () => {
  test("is registered when the bundle is loaded, and not twice", () => {
    expect(() => registerRuntime()).toThrow(/terminateRuntime/);
  });

  test("cancels all tasks when it is terminated, and runs their cleanups", async () => {
    const cleanedUp: string[] = [];
    await inEngineCallback(() => {
      const task = spawn(
        async () => {
          try {
            await sleep(Number.POSITIVE_INFINITY);
          } finally {
            cleanedUp.push("at once");
            await nextFrame();
            cleanedUp.push("a frame later");
          }
        },
        { start: "now" },
      );
      terminateRuntime();
      registerRuntime();
      expect(task.state).toBe("cancelled");
      expect(task.error).toBeInstanceOf(CancelledError);
      expect(cleanedUp).toEqual(["at once", "a frame later"]);
    });
  });

  test("terminated within a task, runs the cleanups at the end of the frame", async () => {
    const cleanedUp: string[] = [];
    await nextFrame();
    const task = spawn(
      async () => {
        try {
          await sleep(Number.POSITIVE_INFINITY);
        } finally {
          await nextFrame();
          cleanedUp.push("a frame later");
        }
      },
      { start: "now" },
    );
    terminateRuntime();
    registerRuntime();
    await nextFrame();
    expect(task.state).toBe("cancelled");
    expect(cleanedUp).toEqual(["a frame later"]);
  });

  test("gives up a cleanup that takes too long, and names the task", async () => {
    const log = await recordLog(() =>
      inEngineCallback(() => {
        spawn(
          async () => {
            try {
              await sleep(Number.POSITIVE_INFINITY);
            } finally {
              await sleep(Number.POSITIVE_INFINITY);
            }
          },
          { start: "now", name: "stubborn" },
        );
        terminateRuntime();
        registerRuntime();
      }),
    );
    expect(log).toEqual([
      expect.objectContaining({
        kind: "warning",
        text: expect.stringMatching(/"stubborn".*sleep\(Infinity\).*given up/),
      }),
    ]);
  });

  test("refuses tasks and waits between its end and the next", () => {
    terminateRuntime();
    try {
      expect(() => spawn(() => {})).toThrow(SpawnError);
      expect(() => nextFrame()).toThrow(RuntimeError);
      terminateRuntime();
    } finally {
      registerRuntime();
    }
  });

  test("runs tasks again after it was registered again", async () => {
    terminateRuntime();
    registerRuntime();
    expect(
      await spawn(async () => {
        await nextFrame();
        return "again";
      }),
    ).toBe("again");
  });

  test("with a prefix, gives GDScript tasks of that class", async () => {
    terminateRuntime();
    registerRuntime({ prefix: "My" });
    const worker = new TestWorker();
    const task = worker.call("work") as Node;
    expect(task.getClass()).toBe("MyAsyncTask");
    expect(ClassDB.classExists("MyAsyncTask")).toBe(true);
    await until(() => task.get("state") === "completed");
    terminateRuntime();
    registerRuntime();
    expect((worker.call("work") as Node).getClass()).toBe("AsyncTask");
    await nextFrame();
    await nextFrame();
    worker.free();
  });

  test("without time, sleep throws and frames go on", async () => {
    terminateRuntime();
    registerRuntime({ time: false });
    expect(() => sleep(1)).toThrow(/enableTime/);
    await nextFrame();
    terminateRuntime();
    registerRuntime();
  });
});

describe("setExecutor", () => {
  test("gives tasks to an executor of one's own", async () => {
    const pool = getExecutor();
    const seen: LocalFuture[] = [];
    setExecutor({
      spawnLocal(future) {
        seen.push(future);
        pool.spawnLocal(future);
      },
    });
    const task = spawn(async () => {
      await nextFrame();
      return "done";
    });
    setExecutor(pool);
    expect(await task).toBe("done");
    expect(seen[0]).toBe(task);
  });

  test("an executor that refuses throws SpawnError", () => {
    const pool = getExecutor();
    setExecutor({
      spawnLocal() {
        throw new Error("full");
      },
    });
    expect(() => spawn(() => {})).toThrow(SpawnError);
    setExecutor(pool);
  });

  test("a pool of one's own that nothing turns runs nothing", async () => {
    const pool = getExecutor();
    setExecutor(new LocalPool());
    const task = spawn(() => {});
    setExecutor(pool);
    await nextFrame();
    await nextFrame();
    expect(task.state).toBe("queued");
    task.cancel();
  });
});

describe("the driver", () => {
  test("is an autoload of the project", () => {
    expect(tree().root.getNode("AsyncExecutorDriver")).toBeInstanceOf(AsyncExecutorDriver);
  });

  test("a second one warns and stays idle", async () => {
    const second = new AsyncExecutorDriver();
    second.name = "Second";
    const log = await recordLog(() => enter(second));
    expect(log).toEqual([
      expect.objectContaining({
        kind: "warning",
        text: expect.stringMatching(/Second.*stays idle/),
      }),
    ]);
    expect(second.isProcessing()).toBe(false);
    second.free();
    const before = Number(Engine.getProcessFrames());
    await nextFrame();
    expect(Number(Engine.getProcessFrames()) - before).toBeLessThanOrEqual(1);
  });

  test("runs tasks while the game is paused", async () => {
    tree().paused = true;
    await spawn(async () => {
      await nextFrame();
      await sleep(0.01, { clock: "real" });
    });
    tree().paused = false;
  });

  test("that is gone is stood in for by the late drain, with one warning", async () => {
    const driver = tree().root.getNode("AsyncExecutorDriver");
    const log = await recordLog(async () => {
      tree().root.removeChild(driver);
      for (let i = 0; i < 3; i++) {
        expect(
          await spawn(async () => {
            await nextFrame();
            await sleep(0.01);
            return i;
          }),
        ).toBe(i);
      }
    });
    tree().root.addChild(driver);
    await nextFrame();
    expect(log).toEqual([
      expect.objectContaining({
        kind: "warning",
        text: expect.stringContaining("no AsyncExecutorDriver is in the tree"),
      }),
    ]);
  });
});
