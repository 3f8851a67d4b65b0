import { RuntimeError, sleep, spawn, TestHost } from "../../../src/executor";

let host: TestHost;
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

test("sleep ends in the first frame in which the seconds are over", async () => {
  const task = spawn(() => sleep(1), { start: "now" });
  await host.advanceFrames(59);
  expect(task.state).toBe("running");
  await host.advanceFrames(1);
  expect(task.state).toBe("completed");
});

test("sleep(0) is over in the next process drain", async () => {
  const task = spawn(() => sleep(0), { start: "now" });
  await host.turn("late");
  expect(task.state).toBe("running");
  await host.turn("process");
  expect(task.state).toBe("completed");
});

test("the game clock is scaled", async () => {
  host.timeScale = 2;
  const task = spawn(() => sleep(1), { start: "now" });
  await host.advance(0.5);
  expect(task.state).toBe("completed");
});

test("a time scale that changes while a task sleeps counts from then on", async () => {
  const task = spawn(() => sleep(1), { start: "now" });
  await host.advance(0.5);
  host.timeScale = 0.5;
  await host.advance(0.9);
  expect(task.state).toBe("running");
  await host.advance(0.1);
  expect(task.state).toBe("completed");
});

test("the unscaled clock ignores the time scale", async () => {
  host.timeScale = 0.1;
  const task = spawn(() => sleep(1, { clock: "unscaled" }), { start: "now" });
  await host.advance(1);
  expect(task.state).toBe("completed");
});

test("at time scale 0 the unscaled clock goes on, and the game clock stands", async () => {
  host.timeScale = 0;
  const unscaled = spawn(() => sleep(1, { clock: "unscaled" }), { start: "now" });
  const game = spawn(() => sleep(0.1), { start: "now" });
  await host.advance(1.1);
  expect([unscaled.state, game.state]).toEqual(["completed", "running"]);
});

test("pause stops the game clock and the unscaled clock, not the real one", async () => {
  const game = spawn(() => sleep(0.5), { start: "now" });
  const unscaled = spawn(() => sleep(0.5, { clock: "unscaled" }), { start: "now" });
  const real = spawn(() => sleep(0.5, { clock: "real" }), { start: "now" });
  host.pause();
  await host.advance(1);
  expect([game.state, unscaled.state, real.state]).toEqual(["running", "running", "completed"]);
  host.unpause();
  await host.advance(0.5);
  expect([game.state, unscaled.state]).toEqual(["completed", "completed"]);
});

test("the real clock is looked at in the late drain too", async () => {
  const task = spawn(() => sleep(0.01, { clock: "real" }), { start: "now" });
  host.spend(10);
  await host.turn("late");
  expect(task.state).toBe("completed");
});

test("a cancelled sleep leaves no timer", async () => {
  const task = spawn(() => sleep(Number.POSITIVE_INFINITY), { start: "now" });
  expect(host.runtime.timers.game.size).toBe(1);
  task.cancel();
  expect(host.runtime.timers.game.size).toBe(0);
});

test.each([[Number.NaN], [-1], ["1"]])("sleep(%p) throws a RangeError", (seconds) => {
  expect(() => sleep(seconds as number)).toThrow(RangeError);
});

test("the error of sleep quotes what it rejects", () => {
  expect(() => sleep(Number.NaN)).toThrow(
    "sleep(seconds) needs a number of seconds, 0 or more, but got NaN",
  );
});

test("an unknown clock throws an error that lists the clocks", () => {
  expect(() => sleep(1, { clock: "wall" as never })).toThrow(
    'sleep\'s clock is one of "game", "unscaled", "real", "physics", but got "wall"',
  );
});

test("without time, sleep throws an error that says what to build", async () => {
  const timeless = new TestHost({ time: false });
  expect(() => sleep(1)).toThrow(
    new RuntimeError(
      "timeDisabled",
      "sleep() needs timers, and they are disabled: build the Runtime with enableTime()",
    ),
  );
  await timeless.terminate();
});
