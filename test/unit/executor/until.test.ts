import { nextFrame, spawn, TestHost, until } from "../../../src/executor";

let host: TestHost;
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

test("it ends in the frame in which the predicate holds", async () => {
  let isOpen = false;
  const task = spawn(() => until(() => isOpen), { start: "now" });
  await host.advanceFrames(3);
  expect(task.state).toBe("running");
  isOpen = true;
  await host.turn("late");
  expect(task.state).toBe("running");
  await host.turn("process");
  expect(task.state).toBe("completed");
});

test("a predicate that holds already lets the task go on in the next drain", async () => {
  const task = spawn(() => until(() => true), { start: "now" });
  expect(task.state).toBe("running");
  await host.turn("late");
  expect(task.state).toBe("completed");
});

test("the predicate is asked once a frame, and no more when it is over", async () => {
  let asked = 0;
  spawn(() => until(() => ++asked === 4), { start: "now" });
  await host.advanceFrames(6);
  expect(asked).toBe(4);
});

test("a predicate that throws rejects the wait", async () => {
  let isBroken = false;
  const task = spawn(
    () =>
      until(() => {
        if (isBroken) throw new Error("the enemy is gone");
        return false;
      }),
    { start: "now" },
  );
  task.onSettled(() => true);
  isBroken = true;
  await host.advanceFrames(1);
  expect(task.error).toEqual(new Error("the enemy is gone"));
  expect(host.runtime.waitCount).toBe(0);
});

test("a predicate that throws within the call throws there, and no wait is left", () => {
  expect(() =>
    until(() => {
      throw new Error("the enemy is gone");
    }),
  ).toThrow("the enemy is gone");
  expect(host.runtime.waitCount).toBe(0);
});

test("a predicate that cancels its own task ends it", async () => {
  let asked = 0;
  const task = spawn(
    (self) =>
      until(() => {
        if (++asked === 2) self.cancel();
        return false;
      }),
    { start: "now" },
  );
  await host.advanceFrames(2);
  expect([task.state, asked, host.runtime.frames.isEmpty]).toEqual(["cancelled", 2, true]);
});

test("the budget never delays it", async () => {
  host.pool.frameBudget = 0;
  const tasks = [1, 2, 3].map(() => spawn(() => until(() => host.now() > 0), { start: "now" }));
  host.spend(1);
  await host.turn("process");
  expect(tasks.map((task) => task.state)).toEqual(["completed", "completed", "completed"]);
});

test("waits for a frame and for a predicate end in the order they were begun", async () => {
  const order: string[] = [];
  let isOpen = false;
  spawn(() => until(() => isOpen).then(() => order.push("until")), { start: "now" });
  spawn(() => nextFrame().then(() => order.push("frame")), { start: "now" });
  isOpen = true;
  await host.turn("process");
  expect(order).toEqual(["until", "frame"]);
});

test("it is shown with the predicate's name", () => {
  const isOpen = () => false;
  const task = spawn(() => until(isOpen), { start: "now" });
  expect(task.waitsFor).toBe("until(isOpen)");
});

test("something that isn't a function is refused with an error that quotes it", () => {
  expect(() => until(true as never)).toThrow(
    "until(predicate) needs a function to ask, but got true",
  );
});
