import { Node, Performance } from "godot";
import { nextFrame, once, Runtime, registerRuntime, spawn, terminateRuntime } from "godot-ts";
import { enter, until } from "./support/tree";

/** What the engine gives for a monitor. */
function monitor(name: string): number {
  return Number(Performance.getCustomMonitor(`godot_ts/${name}`));
}

/** Takes so long that the frame's budget is spent. */
function work(): void {
  const end = performance.now() + 2 * Runtime.current().pool.frameBudget;
  while (performance.now() < end);
}

const names = ["ready", "waiting", "released_per_frame", "over_budget_msec", "late_wakes"];

test("the engine has the executor's monitors", () => {
  const ours = [...Performance.getCustomMonitorNames()]
    .map(String)
    .filter((name) => name.startsWith("godot_ts/"));
  expect(ours).toEqual([...names, "tasks_total"].map((name) => `godot_ts/${name}`));
});

test("waiting and tasks_total count the waits and the tasks that are there", async () => {
  const node = new Node();
  enter(node);
  const waiting = monitor("waiting");
  const tasks = monitor("tasks_total");
  const started = [1, 2, 3].map(() => spawn(() => once(node.renamed)));
  expect(monitor("tasks_total") - tasks).toBe(3);
  await until(() => started.every((task) => task.waitsFor !== undefined));
  expect(monitor("waiting") - waiting).toBe(3);
  for (const task of started) task.cancel();
  await until(() => started.every((task) => task.isSettled));
  expect(monitor("tasks_total")).toBe(tasks);
  node.free();
});

test("ready counts what waits for its turn", async () => {
  const ready = monitor("ready");
  const started = [1, 2, 3].map(() => spawn(() => nextFrame()));
  expect(monitor("ready") - ready).toBe(3);
  await Promise.all(started);
});

test("released_per_frame counts what went on in the last frame", async () => {
  const started = Array.from({ length: 50 }, () => spawn(async () => {}));
  await until(() => monitor("released_per_frame") >= 50);
  await Promise.all(started);
});

test("over_budget_msec and late_wakes grow when a frame has too much to do", async () => {
  const over = monitor("over_budget_msec");
  const late = monitor("late_wakes");
  await Promise.all([spawn(work), spawn(work)]);
  await nextFrame();
  expect(monitor("over_budget_msec") - over).toBeGreaterThanOrEqual(
    Runtime.current().pool.frameBudget,
  );
  expect(monitor("late_wakes") - late).toBeGreaterThanOrEqual(1);
});

test("they go with the runtime, and come with the next one", () => {
  terminateRuntime();
  expect(Performance.hasCustomMonitor("godot_ts/ready")).toBe(false);
  registerRuntime();
  expect(Performance.hasCustomMonitor("godot_ts/ready")).toBe(true);
  expect(monitor("tasks_total")).toBe(0);
});
