import {
  ResumeReplacedError,
  RuntimeError,
  sleep,
  spawn,
  TestHost,
  untilResume,
} from "../../../src/executor";

let host: TestHost;
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

test("a task is resumable while it waits in untilResume", async () => {
  const task = spawn(() => untilResume());
  expect(task.isResumable).toBe(false);
  await host.advanceFrames(1);
  expect(task.isResumable).toBe(true);
  task.resume();
  expect(task.isResumable).toBe(false);
});

test("resume delivers its value, and returns the task", async () => {
  const task = spawn(() => untilResume<number>(), { start: "now" });
  expect(task.resume(2)).toBe(task);
  await host.advanceFrames(1);
  expect(task.result).toBe(2);
});

test("resume never runs the task within the call", async () => {
  const log: string[] = [];
  const task = spawn(
    async () => {
      await untilResume();
      log.push("resumed");
    },
    { start: "now" },
  );
  task.resume();
  await Promise.resolve();
  expect(log).toEqual([]);
  await host.turn("late");
  expect(log).toEqual(["resumed"]);
});

test("resuming a task that waits for something else drops the value, warns, returns the task", () => {
  const task = spawn(() => sleep(10), { start: "now", name: "patrol" });
  expect(task.resume(2)).toBe(task);
  expect(host.warnings).toEqual([
    'task "patrol" was resumed while it doesn\'t wait in untilResume(): the value is dropped',
  ]);
});

test("resuming a task that has ended returns its result", async () => {
  const task = spawn(() => 42);
  await host.advanceFrames(1);
  expect([task.resume(2), host.warnings]).toEqual([42, []]);
});

test("a resumable listener is called when the task becomes resumable", async () => {
  const task = spawn(async () => [await untilResume(), await untilResume()]);
  const listener = jest.fn();
  task.onResumable(listener);
  await host.advanceFrames(1);
  expect(listener).toHaveBeenCalledTimes(1);
  task.resume("a");
  await host.advanceFrames(1);
  expect(listener).toHaveBeenCalledTimes(2);
});

test("a resumable listener may resume the task at once", async () => {
  const task = spawn(async () => `you chose ${await untilResume()}`);
  task.onResumable(() => void task.resume("left"));
  await host.advanceFrames(1);
  expect(task.result).toBe("you chose left");
});

test("a second untilResume takes the place of the first, which rejects, with a warning", async () => {
  const task = spawn(
    async () => {
      const first = untilResume();
      const second = untilResume();
      return Promise.allSettled([first, second]);
    },
    { name: "twice" },
  );
  const listener = jest.fn();
  task.onResumable(listener);
  await host.advanceFrames(1);
  task.resume("value");
  await host.advanceFrames(1);
  expect(task.result).toEqual([
    { status: "rejected", reason: new ResumeReplacedError("twice") },
    { status: "fulfilled", value: "value" },
  ]);
  expect(listener).toHaveBeenCalledTimes(1);
  expect(host.warnings).toEqual([
    'task "twice" called untilResume() while it was waiting in untilResume(): the earlier wait rejects',
  ]);
});

test("a cancelled task is no longer resumable", async () => {
  const task = spawn(() => untilResume(), { start: "now" });
  task.cancel();
  expect(task.isResumable).toBe(false);
});

test("untilResume outside of a task throws an error that says where it belongs", () => {
  expect(() => untilResume()).toThrow(
    new RuntimeError(
      "noTask",
      "untilResume() makes the task around it resumable, but there is none: call it within spawn(…)",
    ),
  );
});
