import {
  formatTasks,
  nextFrame,
  once,
  Scope,
  sleep,
  spawn,
  TestHost,
  taskGroup,
  tasks,
} from "../../../src/executor";
import { Emitter } from "./emitter";

let host: TestHost;
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

test("tasks lists what lives, each with its parent, its state, its waits and its age", async () => {
  spawn(
    async () => {
      spawn(() => once(new Emitter<[]>(), { name: "the bell" }), { name: "monk" });
      await sleep(10);
    },
    { name: "abbot" },
  );
  await host.advance(1);
  expect(tasks()).toEqual([
    {
      kind: "task",
      id: expect.any(Number),
      name: "abbot",
      parent: undefined,
      state: "running",
      waits: [{ name: "sleep(10)", place: undefined }],
      age: expect.closeTo(1, 1),
      children: [
        {
          kind: "task",
          id: expect.any(Number),
          name: "monk",
          parent: "abbot",
          state: "running",
          waits: [{ name: "the bell", place: undefined }],
          age: expect.closeTo(1, 1),
          children: [],
        },
      ],
    },
  ]);
});

test("tasks lists scopes and groups with what they own", async () => {
  new Scope("match").spawn(
    async () => {
      await using group = taskGroup({ name: "wave" });
      group.spawn(() => sleep(10), { name: "first" });
    },
    { name: "director" },
  );
  await host.advanceFrames(2);
  expect(formatTasks()).toBe(
    [
      "match",
      '└─ director: 0.0 s, waits for the end of group "wave": "first"',
      '   └─ group "wave"',
      "      └─ first: 0.0 s, waits for sleep(10)",
    ].join("\n"),
  );
});

test("the text tells tasks that are queued, and that are being cancelled", async () => {
  const stubborn = spawn(() => new Promise(() => undefined), { name: "stubborn" });
  await host.advanceFrames(1);
  stubborn.cancel();
  spawn(() => nextFrame(), { name: "new" });
  expect(formatTasks()).toBe("stubborn: cancelling, 0.0 s\nnew: queued");
});

test("the text draws the tree", async () => {
  spawn(
    async () => {
      spawn(
        () => {
          spawn(() => sleep(10), { name: "c" });
          return sleep(10);
        },
        { name: "b" },
      );
      spawn(() => sleep(10), { name: "d" });
      await sleep(10);
    },
    { name: "a" },
  );
  await host.advanceFrames(3);
  expect(formatTasks().replaceAll(/: .*/g, "")).toBe(["a", "├─ b", "│  └─ c", "└─ d"].join("\n"));
});

test("nothing lives: the tree and its text are empty", () => {
  expect([tasks(), formatTasks()]).toEqual([[], ""]);
});

test("a task that starts at once has an age from then on", async () => {
  await host.advance(2);
  const task = spawn(() => sleep(10), { start: "now" });
  await host.advance(1);
  expect(task.age).toBeCloseTo(1, 1);
});

test("a wait keeps the stack of the code that entered it, where it is asked to", async () => {
  host.runtime.keepsStacks = true;
  const task = spawn(async function patrolTheWalls() {
    await sleep(10);
  });
  await host.advanceFrames(1);
  expect(task.waits.first?.wait.stack).toContain("patrolTheWalls");
});

test("a wait keeps no stack by itself", async () => {
  const task = spawn(() => sleep(10));
  await host.advanceFrames(1);
  expect(task.waits.first?.wait.stack).toBeUndefined();
});
