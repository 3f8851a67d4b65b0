import {
  currentTask,
  type LocalSpawn,
  nextFrame,
  Runtime,
  SpawnError,
  setExecutor,
  spawn,
  TestHost,
} from "../../../src/executor";

let host: TestHost;
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

test("a spawned body doesn't run within the call", () => {
  const log: string[] = [];
  spawn(() => log.push("body"));
  expect(log).toEqual([]);
});

test("a spawned body runs in the next drain", async () => {
  const task = spawn(() => 42);
  await host.turn("late");
  expect(task.result).toBe(42);
});

test("a body that is started now runs to its first await within the call", () => {
  const log: string[] = [];
  spawn(
    async () => {
      log.push("before");
      await nextFrame();
      log.push("after");
    },
    { start: "now" },
  );
  expect(log).toEqual(["before"]);
});

test("a task started now within a task leaves that one current", async () => {
  const outer = spawn(
    () => {
      spawn(() => undefined, { start: "now" });
      return currentTask()?.name;
    },
    { name: "outer" },
  );
  await host.advanceFrames(1);
  expect(outer.result).toBe("outer");
});

test("bodies start in the order they were spawned in", async () => {
  const log: number[] = [];
  for (const i of [1, 2, 3]) spawn(() => log.push(i));
  await host.advanceFrames(1);
  expect(log).toEqual([1, 2, 3]);
});

test("a task spawned by a task of the drain starts in the next drain", async () => {
  const log: string[] = [];
  spawn(() => spawn(() => log.push("inner")));
  await host.turn("process");
  expect(log).toEqual([]);
  await host.turn("late");
  expect(log).toEqual(["inner"]);
});

test("a task is called by the name of its function", () => {
  expect(spawn(function patrol() {}).name).toBe("patrol");
});

test("a task is called by the name it is given", () => {
  expect(spawn(() => 1, { name: "patrol" }).name).toBe("patrol");
});

test("a task without any name is called by its number", () => {
  const task = spawn(() => 1);
  expect(task.name).toBe(`task ${task.id}`);
});

test("spawning something that isn't a function throws an error that quotes it", () => {
  expect(() => spawn(42 as never)).toThrow(
    new TypeError("spawn(body) needs a function to run, but got 42"),
  );
});

test("an unknown way to start throws an error that quotes it", () => {
  expect(() => spawn(() => 1, { start: "soon" as never })).toThrow(
    'spawn\'s start is "queued" or "now", but got "soon"',
  );
});

test("without an executor, spawn throws a SpawnError that says what to do", () => {
  setExecutor(undefined);
  expect(() => spawn(() => 1)).toThrow(
    new SpawnError(
      "noExecutor",
      "no executor is installed: call setExecutor(new LocalPool()) first",
    ),
  );
});

test("an executor that refuses makes spawn throw a SpawnError, and no task is left", () => {
  const refusing: LocalSpawn = {
    spawnLocal() {
      throw new Error("full");
    },
  };
  setExecutor(refusing);
  expect(() => spawn(() => 1, { name: "patrol" })).toThrow('the executor refused task "patrol"');
  expect(host.runtime.taskCount).toBe(0);
});

test("after termination, spawn throws a SpawnError that says so", async () => {
  await host.terminate();
  expect(Runtime.tryCurrent()).toBeUndefined();
  expect(() => spawn(() => 1)).toThrow("the runtime is terminated");
});
