import {
  all,
  Channel,
  frames,
  nextFrame,
  Oneshot,
  on,
  once,
  Runtime,
  setExecutor,
  sleep,
  spawn,
  type Task,
  TestHost,
  taskGroup,
  tryGetExecutor,
} from "../../../src/executor";
import { Emitter } from "./emitter";

let host: TestHost;
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

test("termination cancels all tasks with the reason, and runs their cleanup", async () => {
  const log: string[] = [];
  const task = spawn(async () => {
    try {
      await sleep(10);
    } finally {
      await frames(2);
      log.push("cleaned up");
    }
  });
  await host.advanceFrames(1);
  await host.terminate("quit");
  expect([log, task.state]).toEqual([["cleaned up"], "cancelled"]);
  expect((task.error as Error).message).toContain("quit");
});

test("termination runs cleanups without a budget", async () => {
  host.pool.frameBudget = 0;
  const tasks = [1, 2, 3].map(() => spawn(() => sleep(10), { start: "now" }));
  host.runtime.beginTermination();
  await host.turn("late");
  expect(tasks.map((task) => task.state)).toEqual(["cancelled", "cancelled", "cancelled"]);
});

test("a task that doesn't end is given up after the deadline, and named", async () => {
  const task = spawn(() => new Promise(() => undefined), { name: "stubborn" });
  await host.advanceFrames(1);
  await host.terminate();
  expect(task.state).toBe("cancelled");
  expect(host.warnings).toEqual([
    "task \"stubborn\" was cancelled, but hasn't ended within 250 ms: it still waits for something that isn't a wait of the executor and is given up",
  ]);
});

test("a task that was told by a wait it has left behind hears of it once more, and cleans up", async () => {
  const log: string[] = [];
  const never = new Oneshot<void>();
  const task = spawn(async () => {
    try {
      // The sleep goes on, and gets the cancellation.
      await Promise.race([sleep(10), Promise.resolve()]);
      await Promise.resolve();
      host.runtime.beginTermination();
      await Promise.resolve();
      await never.wait();
    } finally {
      log.push("cleaned up");
      await nextFrame();
      log.push("late");
    }
  });
  await host.advanceFrames(1);
  await host.terminate();
  expect([task.state, log, host.warnings]).toEqual([
    "cancelled",
    ["cleaned up"],
    [expect.stringContaining("hasn't ended within 250 ms")],
  ]);
});

test("termination ends though an executor of the game's never polls what it was given", async () => {
  const { pool } = host.runtime;
  setExecutor({ spawnLocal: () => {} });
  const task = spawn(() => sleep(10), { start: "now" });
  setExecutor(pool);
  await host.advanceFrames(1);
  await host.terminate();
  expect(task.state).toBe("cancelled");
});

test("a survivor that catches everything doesn't spin when the runtime is gone", async () => {
  let rounds = 0;
  spawn(async () => {
    for (;;) {
      rounds++;
      await nextFrame().catch(() => undefined);
    }
  });
  await host.advanceFrames(1);
  await host.terminate();
  const roundsThen = rounds;
  await new Promise((resolve) => setImmediate(resolve));
  expect(rounds).toBe(roundsThen);
});

test("no task can be started while the runtime terminates", async () => {
  spawn(() => sleep(10), { start: "now" });
  host.runtime.beginTermination();
  expect(() => spawn(() => 1)).toThrow("the runtime is terminating: no more tasks can be started");
});

test("a cleanup can start tasks that it waits for while the runtime terminates", async () => {
  const log: string[] = [];
  const save = (what: string) => async () => {
    await frames(2);
    log.push(what);
  };
  spawn(async () => {
    try {
      await sleep(10);
    } finally {
      await all([save("world"), save("player")]);
      await using group = taskGroup();
      group.spawn(save("score"));
    }
  });
  await host.advanceFrames(1);
  await host.terminate();
  expect([log, host.errors, host.warnings]).toEqual([["world", "player", "score"], [], []]);
});

test("what a cleanup starts and leaves behind is cancelled while the runtime terminates", async () => {
  const body = jest.fn();
  let left: Task | undefined;
  spawn(async () => {
    try {
      await sleep(10);
    } finally {
      left = spawn(body);
      taskGroup().spawn(() => sleep(10), { start: "now" });
    }
  });
  await host.advanceFrames(1);
  await host.terminate();
  expect([left?.state, body.mock.calls, host.warnings]).toEqual(["cancelled", [], []]);
});

test("waits outside of tasks end silently", async () => {
  const hurt = new Emitter<[]>();
  const settled = jest.fn();
  once(hurt).then(settled, settled);
  await host.terminate();
  await new Promise((resolve) => setImmediate(resolve));
  expect([settled.mock.calls, hurt.subscribers.size]).toEqual([[], 0]);
});

test("what waits outside of tasks hold is let go", async () => {
  const hurt = new Emitter<[]>();
  const channel = new Channel<string>(1);
  channel.trySend("soup");
  void on(hurt).next();
  void all([channel.receive(), sleep(10)]);
  await host.advanceFrames(1);
  expect([hurt.subscribers.size, channel.length]).toEqual([1, 0]);
  await host.terminate();
  expect([hurt.subscribers.size, channel.length]).toEqual([0, 1]);
});

test("after termination, a wait throws an error that says so", async () => {
  await host.terminate();
  expect(() => nextFrame()).toThrow("the runtime is terminated");
});

test("after termination nothing is left, neither runtime, executor, task nor wait", async () => {
  spawn(() => Promise.all([sleep(10), frames(1000), once(new Emitter<[]>())]));
  spawn(() => sleep(1));
  await host.advanceFrames(1);
  await host.terminate();
  const { runtime, pool } = host;
  expect([Runtime.tryCurrent(), tryGetExecutor()]).toEqual([undefined, undefined]);
  expect([runtime.taskCount, runtime.waitCount, pool.readyCount]).toEqual([0, 0, 0]);
  expect([runtime.timers.game.size, runtime.frames.isEmpty]).toEqual([0, true]);
});

test("a terminated runtime does no more turns", async () => {
  await host.terminate();
  const frame = { delta: 1 / 60, timeScale: 1, paused: false };
  expect(host.runtime.beginTurn("process", frame)).toBe(false);
});

test("another runtime can be built and entered afterwards", async () => {
  await host.terminate();
  const second = new TestHost();
  const task = spawn(async () => {
    await nextFrame();
    return "done";
  });
  await second.advanceFrames(2);
  expect(task.result).toBe("done");
  await second.terminate();
});
