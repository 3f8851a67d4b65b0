import { RowReader } from "../../../../src/addon/editor/task-dock/row-reader";
import {
  all,
  type ParkedWait,
  Scope,
  sleep,
  spawn,
  TestHost,
  untilResume,
} from "../../../../src/executor";

let host: TestHost;
let stuck: (wait: ParkedWait<unknown>) => boolean;
beforeEach(() => {
  host = new TestHost();
  stuck = () => false;
});
afterEach(() => host.terminate());

function reader(limit = 100): RowReader {
  return new RowReader(host.runtime, { limit, isStuck: (wait) => stuck(wait) });
}

test("a task is read with its state, what it waits for, and when it began", async () => {
  await host.advance(1);
  const task = spawn(() => sleep(10), { name: "patrol" });
  await host.advance(1);
  expect(reader().read()).toEqual([
    {
      key: task.id,
      parent: 0,
      state: "running",
      name: "patrol",
      begunAt: 1016,
      waits: [{ name: "sleep(10)", place: "", isStuck: false }],
    },
  ]);
});

test("a task that is queued has not begun", () => {
  spawn(() => {}, { name: "patrol" });
  expect(reader().read()).toEqual([
    expect.objectContaining({ name: "patrol", state: "queued", begunAt: -1 }),
  ]);
});

test("what belongs to something comes after it, with its key as the parent", async () => {
  const match = new Scope("match");
  match.spawn(
    async () => {
      spawn(() => sleep(10), { name: "child" });
      await sleep(10);
    },
    { name: "referee" },
  );
  await host.advanceFrames(2);
  const rows = reader().read();
  expect(rows.map(({ name, state }) => [name, state])).toEqual([
    ["match", "scope"],
    ["referee", "running"],
    ["child", "running"],
  ]);
  expect(rows.map(({ parent }) => parent)).toEqual([0, rows[0]?.key, rows[1]?.key]);
});

test("a scope's key is below 0, and stays the same", async () => {
  new Scope("match").spawn(() => sleep(10));
  const read = reader();
  expect(read.read()[0]?.key).toBe(-1);
  await host.advanceFrames(2);
  expect(read.read()[0]?.key).toBe(-1);
});

test("a wait that becomes stuck is read as that", async () => {
  spawn(() => untilResume());
  await host.advanceFrames(1);
  const read = reader();
  expect(read.read()[0]?.waits[0]?.isStuck).toBe(false);
  stuck = () => true;
  expect(read.read()[0]?.waits[0]?.isStuck).toBe(true);
});

test("a combination is read as one wait, with what it still waits for", async () => {
  const task = spawn(() => all([sleep(1), untilResume(), sleep(10)]));
  stuck = (wait) => wait.name.startsWith("all");
  const read = reader();
  await host.advanceFrames(1);
  expect(read.read()[0]?.waits).toEqual([
    { name: "all(sleep(1), untilResume(), sleep(10))", place: "", isStuck: true },
  ]);
  await host.advance(2);
  expect(read.read()[0]?.waits).toEqual([
    { name: "all(untilResume(), sleep(10))", place: "", isStuck: true },
  ]);
  task.cancel();
});

test("no more rows are read than the limit says", () => {
  for (let i = 0; i < 10; i++) spawn(() => {});
  expect(reader(4).read()).toHaveLength(4);
});

test("find gives the task or the scope of a key, while it lives", async () => {
  const match = new Scope("match");
  const task = match.spawn(() => sleep(10));
  const read = reader();
  const [scopeRow, taskRow] = read.read();
  expect(read.find(scopeRow?.key ?? 0)).toBe(match);
  expect(read.find(taskRow?.key ?? 0)).toBe(task);
  task.cancel();
  await host.advanceFrames(2);
  expect(read.find(taskRow?.key ?? 0)).toBeUndefined();
});
