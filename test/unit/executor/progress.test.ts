import { nextFrame, progress, RuntimeError, spawn, TestHost } from "../../../src/executor";

let host: TestHost;
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

test("progress tells the listeners of the current task, within the call", () => {
  const seen: [number, string][] = [];
  const task = spawn(() => {
    progress(0.5, "half");
    progress(1);
    seen.push([2, "afterwards"]);
  });
  task.onProgress((fraction, note) => seen.push([fraction, note]));
  task.poll();
  expect(seen).toEqual([
    [0.5, "half"],
    [1, ""],
    [2, "afterwards"],
  ]);
});

test("progress after an await is of the same task", async () => {
  const seen: number[] = [];
  const task = spawn(async () => {
    await nextFrame();
    progress(0.25);
  });
  task.onProgress((fraction) => seen.push(fraction));
  await host.advanceFrames(2);
  expect(seen).toEqual([0.25]);
});

test("a progress listener that was taken away is not called", async () => {
  const seen: number[] = [];
  const task = spawn(() => progress(0.5));
  const take = task.onProgress((fraction) => seen.push(fraction));
  take();
  await host.advanceFrames(1);
  expect(seen).toEqual([]);
});

test("a progress listener that throws is reported, and the task and the others go on", async () => {
  const seen: number[] = [];
  const task = spawn(() => {
    progress(0.5);
    return "done";
  });
  task.onProgress(() => {
    throw new Error("in a listener");
  });
  task.onProgress((fraction) => seen.push(fraction));
  await host.advanceFrames(1);
  expect(seen).toEqual([0.5]);
  expect(task.result).toBe("done");
  expect(host.errors.map(({ error }) => (error as Error).message)).toEqual(["in a listener"]);
});

test("the progress of a task that has ended is told to nobody", async () => {
  const seen: number[] = [];
  const task = spawn(() => {});
  task.onProgress((fraction) => seen.push(fraction));
  await host.advanceFrames(1);
  task.progress(0.5);
  expect(seen).toEqual([]);
});

test.each([-0.1, 1.1, Number.NaN])("a fraction of %p is refused", (fraction) => {
  const task = spawn(() => {});
  expect(() => task.progress(fraction)).toThrow(
    new RangeError(`progress(fraction) needs a number of 0 to 1, but got ${fraction}`),
  );
});

test("progress outside of a task throws an error that says where it belongs", () => {
  expect(() => progress(0.5)).toThrow(RuntimeError);
  expect(() => progress(0.5)).toThrow(/call it within spawn/);
});
