import { nextFrame, sleep, spawn, type Task, TestHost } from "../../../src/executor";

let host: TestHost;
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

const names = (tasks: Iterable<Task>) => [...tasks].map((task) => task.name);

test("a task's parent is the task that started it, also after an await", async () => {
  const child: Task[] = [];
  const parent = spawn(async () => {
    await nextFrame();
    await Promise.resolve();
    child.push(spawn(() => sleep(10)));
    await sleep(10);
  });
  await host.advanceFrames(3);
  expect(child.map((task) => task.parent)).toEqual([parent]);
});

test("a task that was started outside of tasks has no parent", () => {
  expect(spawn(() => sleep(10)).parent).toBeUndefined();
});

test("a parent lists its living children in the order it started them", async () => {
  const parent = spawn(async () => {
    spawn(() => sleep(10), { name: "first" });
    spawn(() => 1, { name: "ended" });
    spawn(() => sleep(10), { name: "last" });
    await sleep(10);
  });
  await host.advanceFrames(2);
  expect(names(parent.children)).toEqual(["first", "last"]);
});

test("a child whose parent ends first belongs to its grandparent", async () => {
  const grandparent = spawn(async () => {
    spawn(() => void spawn(() => sleep(10), { name: "child" }), { name: "parent" });
    await sleep(10);
  });
  await host.advanceFrames(3);
  expect(names(grandparent.children)).toEqual(["child"]);
  expect([...grandparent.children].map((task) => task.parent)).toEqual([grandparent]);
});

test("a child that outlives its parent is not cancelled by the parent's end", async () => {
  const child: Task[] = [];
  spawn(() => void child.push(spawn(() => sleep(0.1))));
  await host.advance(0.2);
  expect(child.map((task) => task.state)).toEqual(["completed"]);
});

test("a wait that a task leaves behind goes on with its parent", async () => {
  const log: string[] = [];
  const parent = spawn(async () => {
    spawn(() => void sleep(0.1).then(() => log.push("faded")));
    await sleep(0.3);
  });
  await host.advanceFrames(3);
  expect([...parent.waits].map((wait) => wait.name)).toEqual(["sleep(0.3)", "sleep(0.1)"]);
  await host.advance(0.3);
  expect(log).toEqual(["faded"]);
});

test("what a task left running starts tasks of its nearest living ancestor", async () => {
  const leftBehind = async () => {
    await sleep(0.2);
    spawn(() => sleep(10), { name: "late child" });
  };
  const grandparent = spawn(async () => {
    spawn(async () => {
      spawn(() => void leftBehind());
      await sleep(0.1);
    });
    await sleep(10);
  });
  await host.advance(0.4);
  expect(names(grandparent.children)).toEqual(["late child"]);
});

test("the runtime yields all living tasks, each before those it started", async () => {
  spawn(
    async () => {
      spawn(() => sleep(10), { name: "child" });
      await sleep(10);
    },
    { name: "parent" },
  );
  await host.advanceFrames(2);
  expect(names(host.runtime.allTasks())).toEqual(["parent", "child"]);
});

test("a task tells what it waits for", async () => {
  const task = spawn(() => sleep(10, { clock: "real" }));
  await host.advanceFrames(1);
  expect(task.waitsFor).toBe("sleep(10), on the real clock");
});

test("a chain of tasks that start each other keeps none of those that ended", async () => {
  let rounds = 0;
  const link = (): void => {
    if (++rounds < 20) spawn(link);
  };
  spawn(link);
  await host.advanceFrames(20);
  expect([rounds, host.runtime.taskCount]).toEqual([20, 0]);
});
