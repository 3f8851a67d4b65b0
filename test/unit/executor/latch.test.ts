import { Latch, spawn, TestHost } from "../../../src/executor";

let host: TestHost;
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

test("those who wait for a latch go on in the drain after it was opened", async () => {
  const latch = new Latch();
  const tasks = [1, 2].map((i) => spawn(() => latch.wait().then(() => i), { start: "now" }));
  await host.advanceFrames(2);
  expect(tasks.map((task) => task.state)).toEqual(["running", "running"]);
  latch.open();
  await host.turn("late");
  expect(tasks.map((task) => task.result)).toEqual([1, 2]);
});

test("who comes late to an open latch passes at once", async () => {
  const latch = new Latch();
  latch.open();
  const task = spawn(() => latch.wait(), { start: "now" });
  await Promise.resolve();
  await Promise.resolve();
  expect([latch.isOpen, task.state, host.runtime.waitCount]).toEqual([true, "completed", 0]);
});

test("opening a latch twice changes nothing", () => {
  const latch = new Latch();
  latch.open();
  latch.open();
  expect(latch.isOpen).toBe(true);
});

test("a wait for a latch is shown as what it is", () => {
  const task = spawn(() => new Latch().wait(), { start: "now" });
  expect(task.waitsFor).toBe("a latch to open");
});
