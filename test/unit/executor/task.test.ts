import { AsyncLocalStorage } from "node:async_hooks";
import { currentTask, nextFrame, sleep, spawn, type Task, TestHost } from "../../../src/executor";

let host: TestHost;
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

test("a task is queued, running, and completed with what its body returned", async () => {
  const task = spawn(async () => {
    await nextFrame();
    return 42;
  });
  expect(task.state).toBe("queued");
  await host.turn("process");
  expect(task.state).toBe("running");
  await host.advanceFrames(1);
  expect([task.state, task.result, task.error]).toEqual(["completed", 42, undefined]);
});

test("awaiting a task gives what its body returned", async () => {
  const task = spawn(async () => "done");
  await host.advanceFrames(1);
  expect(await task).toBe("done");
});

test("a task may be awaited before it has run, and any number of times", async () => {
  const task = spawn(async () => "done");
  const both = Promise.all([task, task]);
  await host.advanceFrames(1);
  expect(await both).toEqual(["done", "done"]);
});

test("a body that throws fails the task with the error", async () => {
  const error = new Error("broken");
  const task = spawn(async () => {
    throw error;
  });
  await host.advanceFrames(1);
  expect([task.state, task.error, task.result]).toEqual(["failed", error, undefined]);
});

test("a body that throws before its first await fails the task as well", async () => {
  const task = spawn(() => {
    throw new Error("broken");
  });
  await host.advanceFrames(1);
  expect(task.state).toBe("failed");
});

test("awaiting a failed task throws its error", async () => {
  const task = spawn(async () => {
    throw new Error("broken");
  });
  const awaited = expect(task).rejects.toThrow("broken");
  await host.advanceFrames(1);
  await awaited;
});

test("a failure that nobody handles is reported once, with the task", async () => {
  const error = new Error("broken");
  const task = spawn(() => {
    throw error;
  });
  await host.advanceFrames(3);
  expect(host.errors).toEqual([{ error, task }]);
});

test("a failure that somebody awaits is not reported", async () => {
  const task = spawn(() => {
    throw new Error("broken");
  });
  const awaited = expect(task).rejects.toThrow("broken");
  await host.advanceFrames(3);
  await awaited;
  expect(host.errors).toEqual([]);
});

test("a failure that a listener claims is not reported", async () => {
  const task = spawn(() => {
    throw new Error("broken");
  });
  task.onSettled(() => true);
  await host.advanceFrames(3);
  expect(host.errors).toEqual([]);
});

test("a failure that a listener only hears of is reported", async () => {
  const task = spawn(() => {
    throw new Error("broken");
  });
  task.onSettled(() => undefined);
  await host.advanceFrames(3);
  expect(host.errors).toHaveLength(1);
});

test("a settled listener is called once, with the ended task", async () => {
  const log: string[] = [];
  const task = spawn(() => 42);
  task.onSettled((ended) => log.push(`${ended.state} ${ended.result}`));
  await host.advanceFrames(3);
  expect(log).toEqual(["completed 42"]);
});

test("a settled listener that comes late is called at once", async () => {
  const task = spawn(() => 42);
  await host.advanceFrames(1);
  const listener = jest.fn();
  task.onSettled(listener);
  expect(listener).toHaveBeenCalledTimes(1);
});

test("a listener that was taken away is not called", async () => {
  const task = spawn(() => 42);
  const listener = jest.fn();
  const remove = task.onSettled(listener);
  remove();
  await host.advanceFrames(1);
  expect(listener).not.toHaveBeenCalled();
});

test("a listener that throws is reported, and the others are called", async () => {
  const task = spawn(() => 42);
  const second = jest.fn();
  task.onSettled(() => {
    throw new Error("bad listener");
  });
  task.onSettled(second);
  await host.advanceFrames(1);
  expect(host.errors).toEqual([{ error: new Error("bad listener"), task: undefined }]);
  expect(second).toHaveBeenCalledTimes(1);
});

test("currentTask is the task through all its awaits", async () => {
  const seen: (Task | undefined)[] = [];
  const task = spawn(async () => {
    seen.push(currentTask());
    await nextFrame();
    seen.push(currentTask());
    await Promise.resolve();
    seen.push(currentTask());
  });
  await host.advanceFrames(3);
  expect(seen).toEqual([task, task, task]);
});

test("there is no current task outside of tasks", async () => {
  spawn(() => 42);
  await host.advanceFrames(1);
  expect(currentTask()).toBeUndefined();
});

test("a task sees the AsyncLocalStorage of the code that spawned it", async () => {
  const storage = new AsyncLocalStorage<string>();
  const task = storage.run("level 1", () =>
    spawn(async () => {
      await nextFrame();
      return storage.getStore();
    }),
  );
  await host.advanceFrames(3);
  expect(task.result).toBe("level 1");
});

test("a task that awaits another goes on in the drain after the other's end", async () => {
  const log: string[] = [];
  const inner = spawn(async () => {
    await nextFrame();
    log.push("inner ends");
  });
  spawn(async () => {
    await inner;
    log.push("outer goes on");
  });
  await host.turn("process");
  await host.turn("process");
  expect(log).toEqual(["inner ends"]);
  await host.turn("late");
  expect(log).toEqual(["inner ends", "outer goes on"]);
});

test("a task that is cancelled while it awaits another listens to that no more", async () => {
  const joined = spawn(() => sleep(10));
  const listen = jest.spyOn(joined, "onSettled");
  const unlisten = jest.fn();
  listen.mockReturnValue(unlisten);
  const task = spawn(() => joined.then(() => 1));
  await host.advanceFrames(1);
  task.cancel();
  expect([listen.mock.calls.length, unlisten.mock.calls.length]).toEqual([1, 1]);
  listen.mockRestore();
});

test("a task that awaits itself fails instead of hanging", async () => {
  const task: Task<unknown> = spawn(async () => await task, { name: "snake" });
  await host.advanceFrames(2);
  expect(task.error).toEqual(new Error('task "snake" waits for its own end'));
});

test("disposing of a task cancels it and waits for its cleanup", async () => {
  const log: string[] = [];
  const inner = spawn(async () => {
    try {
      await nextFrame();
      await nextFrame();
    } finally {
      await nextFrame();
      log.push("cleaned up");
    }
  });
  spawn(async () => {
    await nextFrame();
    await inner[Symbol.asyncDispose]();
    log.push(`disposed: ${inner.state}`);
  });
  await host.advanceFrames(5);
  expect(log).toEqual(["cleaned up", "disposed: cancelled"]);
});

test("a task that returns another waits for it, and can be cancelled meanwhile", async () => {
  const inner = spawn(() => sleep(10), { name: "inner" });
  const outer = spawn(() => inner);
  await host.advanceFrames(1);
  expect(outer.waitsFor).toBe('the end of task "inner"');
  outer.cancel();
  await host.advanceFrames(2);
  expect([outer.state, inner.state]).toEqual(["cancelled", "running"]);
});

test("a body that returns an object whose then can't be read has failed", async () => {
  const unreadable = {
    // biome-ignore lint/suspicious/noThenProperty: this is what the test is about
    get then() {
      throw new Error("not yet");
    },
  };
  const task = spawn(() => unreadable);
  task.onSettled(() => true);
  await host.advanceFrames(1);
  expect([task.state, task.error]).toEqual(["failed", new Error("not yet")]);
});
