import {
  isCancellation,
  nextFrame,
  Scope,
  SpawnError,
  sleep,
  spawn,
  type Task,
  TestHost,
} from "../../../src/executor";

let host: TestHost;
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

const names = (tasks: Iterable<Task>) => [...tasks].map((task) => task.name);

test("a scope is the parent of the tasks that are started in it", () => {
  const match = new Scope("match");
  const task = match.spawn(() => sleep(10), { name: "clock" });
  expect(task.parent).toBe(match);
  expect(names(match.tasks)).toEqual(["clock"]);
});

test("tasks that a scope's task starts are that task's, not the scope's", async () => {
  const match = new Scope("match");
  const clock = match.spawn(
    () => {
      spawn(() => sleep(10), { name: "bell" });
      return sleep(10);
    },
    { name: "clock" },
  );
  await host.advanceFrames(2);
  expect(names(match.tasks)).toEqual(["clock"]);
  expect(names(clock.children)).toEqual(["bell"]);
});

test("cancelling a scope cancels all that lives in it, with the reason", async () => {
  const match = new Scope("match");
  const reasons: unknown[] = [];
  match.spawn(async () => {
    spawn(async () => {
      await sleep(10).catch((error) => reasons.push(error.reason));
    });
    await sleep(10).catch((error) => reasons.push(error.message));
  });
  await host.advanceFrames(2);
  match.cancel("the players left");
  await host.advanceFrames(1);
  expect(reasons.toSorted()).toEqual([
    "the players left",
    "the tasks of match were cancelled: the players left",
  ]);
});

test("a scope that was cancelled starts tasks again", async () => {
  const match = new Scope("match");
  match.cancel();
  const task = match.spawn(() => "again");
  await host.advanceFrames(1);
  expect(task.result).toBe("again");
});

test("a closed scope refuses to start tasks, and says why", () => {
  const match = new Scope("match");
  match.close("it is over");
  expect(() => match.spawn(() => 1)).toThrow(SpawnError);
  expect(() => match.spawn(() => 1)).toThrow(
    "match can start no more tasks: the tasks of match were cancelled: it is over",
  );
});

test("spawn starts a task in the scope it is given", () => {
  const match = new Scope("match");
  expect(spawn(() => sleep(10), { scope: match }).parent).toBe(match);
});

test("a task that is given no scope belongs to nobody, and outlives the task that started it", async () => {
  const child: Task[] = [];
  const parent = spawn(() => {
    child.push(spawn(() => sleep(0.1), { scope: null }));
    return sleep(10);
  });
  await host.advanceFrames(1);
  parent.cancel();
  await host.advance(0.2);
  expect(child.map((task) => [task.parent, task.state])).toEqual([[undefined, "completed"]]);
});

test("a scope with a parent is cancelled along with it", async () => {
  const game = new Scope("game");
  const match = new Scope("match", { parent: game });
  const task = match.spawn(() => sleep(10));
  await host.advanceFrames(1);
  game.cancel("quit");
  await host.advanceFrames(1);
  expect([task.state, (task.error as Error).message]).toEqual([
    "cancelled",
    "the tasks of game were cancelled: quit",
  ]);
});

test("a scope's parent that ends hands it to its own parent", async () => {
  const outer = new Scope("outer");
  const inner: Scope[] = [];
  outer.spawn((task) => {
    const scope = new Scope("inner", { parent: task });
    scope.spawn(() => sleep(10));
    inner.push(scope);
  });
  await host.advanceFrames(1);
  expect(inner.map((scope) => scope.parent)).toEqual([outer]);
  outer.cancel();
  await host.advanceFrames(1);
  expect(host.runtime.taskCount).toBe(0);
});

test("a scope that its parent leaves behind in a closed scope is closed as well", async () => {
  const outer = new Scope("outer");
  const inner: Scope[] = [];
  outer.spawn(async (task) => {
    try {
      await sleep(10);
    } finally {
      const scope = new Scope("inner", { parent: task });
      scope.spawn(() => sleep(10), { start: "now" });
      inner.push(scope);
    }
  });
  await host.advanceFrames(1);
  outer.close("over");
  await host.advanceFrames(2);
  expect(inner.map((scope) => scope.closing?.reason)).toEqual(["over"]);
  expect(host.runtime.taskCount).toBe(0);
});

test("what a task left running belongs to the scope of the task", async () => {
  const match = new Scope("match");
  match.spawn(
    () =>
      void sleep(0.1).then(() => {
        spawn(() => sleep(10), { name: "late" });
      }),
  );
  await host.advance(0.2);
  expect(names(match.tasks)).toEqual(["late"]);
});

test("a wait that a task left behind is cancelled with the scope", async () => {
  const match = new Scope("match");
  const ends: unknown[] = [];
  match.spawn(() => void sleep(10).catch((error) => ends.push(isCancellation(error))));
  await host.advanceFrames(1);
  match.cancel();
  await host.advanceFrames(1);
  expect(ends).toEqual([true]);
  expect(host.runtime.waitCount).toBe(0);
});

test("a child that its parent started in its cleanup doesn't outlive a closed scope", async () => {
  const match = new Scope("match");
  const child: Task[] = [];
  match.spawn(async () => {
    try {
      await sleep(10);
    } finally {
      child.push(spawn(() => sleep(10)));
    }
  });
  await host.advanceFrames(1);
  match.close();
  await host.advanceFrames(2);
  expect(child.map((task) => task.state)).toEqual(["cancelled"]);
});

test("termination cancels the tasks of scopes", async () => {
  const task = new Scope("match").spawn(() => sleep(10));
  await host.advanceFrames(1);
  await host.terminate("the game quits");
  expect([task.state, (task.error as Error).message]).toEqual([
    "cancelled",
    "the tasks of match were cancelled: the game quits",
  ]);
});

test("an empty scope is not listed with the runtime", async () => {
  const match = new Scope("match");
  match.spawn(() => nextFrame());
  expect(host.runtime.owned.first).toBe(match);
  await host.advanceFrames(3);
  expect(host.runtime.owned.first).toBeUndefined();
});

test("a scope asks its parent whether it can process, and its tasks ask the scope", () => {
  class Sleeping extends Scope {
    override canProcess(): boolean {
      return false;
    }
  }
  const inner = new Scope("inner", { parent: new Sleeping("outer") });
  expect(inner.spawn(() => sleep(10)).canProcess()).toBe(false);
  expect(spawn(() => sleep(10)).canProcess()).toBe(true);
});
