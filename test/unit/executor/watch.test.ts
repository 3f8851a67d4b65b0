import { nextFrame, spawn, TestHost, Watch } from "../../../src/executor";

let host: TestHost;
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

test("changed resolves to the value there is after the change, in the next drain", async () => {
  const score = new Watch(0);
  const task = spawn(() => score.changed(), { start: "now" });
  score.value = 100;
  expect([score.value, task.state]).toEqual([100, "running"]);
  await host.turn("late");
  expect(task.result).toBe(100);
});

test("the same value again is no change", async () => {
  const score = new Watch(0);
  const task = spawn(() => score.changed(), { start: "now" });
  score.value = 0;
  await host.advanceFrames(1);
  expect(task.state).toBe("running");
});

test("iterating yields the value there is, and then the newest", async () => {
  const score = new Watch(0);
  const seen: number[] = [];
  spawn(
    async () => {
      for await (const points of score) {
        seen.push(points);
        await nextFrame();
      }
    },
    { start: "now" },
  );
  await host.advanceFrames(2);
  score.value = 1;
  await host.turn("late");
  score.value = 2;
  score.value = 3;
  await host.advanceFrames(2);
  expect(seen).toEqual([0, 1, 3]);
});

test("a loop that changes what it watches leaves room for the others once the budget is spent", async () => {
  const count = new Watch(0);
  spawn(async () => {
    for await (const value of count) {
      host.spend(1);
      count.value = value + 1;
    }
  });
  await host.turn("process");
  expect(count.value).toBe(2);
});

test("cancelling a task that iterates leaves no wait", async () => {
  const task = spawn(async () => {
    for await (const _ of new Watch(0));
  });
  await host.advanceFrames(1);
  task.cancel();
  await host.advanceFrames(1);
  expect([task.state, host.runtime.waitCount]).toEqual(["cancelled", 0]);
});
