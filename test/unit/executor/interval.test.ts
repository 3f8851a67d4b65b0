import { interval, type MissedTicks, race, sleep, spawn, TestHost } from "../../../src/executor";

let host: TestHost;
beforeEach(() => {
  host = new TestHost({ framesPerSecond: 10 });
});
afterEach(() => host.terminate());

/** Ticks once a second; the body of the first tick takes 2.5 seconds. */
function busyAtFirst(missed: MissedTicks): string[] {
  const log: string[] = [];
  spawn(async () => {
    for await (const tick of interval(1, { missed })) {
      log.push(`${tick} at ${host.runtime.clocks.game.toFixed(1)}`);
      if (log.length === 1) await sleep(2.5);
    }
  });
  return log;
}

test("it ticks on the beat, whatever the loop's body takes", async () => {
  const times: string[] = [];
  spawn(
    async () => {
      for await (const tick of interval(1)) {
        times.push(`${tick} at ${host.runtime.clocks.game.toFixed(1)}`);
        await sleep(0.6);
      }
    },
    { start: "now" },
  );
  await host.advance(4);
  expect(times).toEqual(["1 at 1.0", "2 at 2.0", "3 at 3.0", "4 at 4.0"]);
});

test("skip: only the last of the missed ticks comes, then it is back on the beat", async () => {
  const log = busyAtFirst("skip");
  await host.advance(5.2);
  expect(log).toEqual(["1 at 1.1", "3 at 3.6", "4 at 4.1", "5 at 5.1"]);
});

test("burst: all missed ticks come at once", async () => {
  const log = busyAtFirst("burst");
  await host.advance(5.2);
  expect(log).toEqual(["1 at 1.1", "2 at 3.6", "3 at 3.6", "4 at 4.1", "5 at 5.1"]);
});

test("delay: the beat is moved", async () => {
  const log = busyAtFirst("delay");
  await host.advance(5.7);
  expect(log).toEqual(["1 at 1.1", "2 at 3.6", "3 at 4.6", "4 at 5.6"]);
});

test("it stops with pause, unless its clock doesn't", async () => {
  const game = spawn(() => interval(1).next(), { start: "now" });
  const real = spawn(() => interval(1, { clock: "real" }).next(), { start: "now" });
  host.pause();
  await host.advance(1.1);
  expect([game.state, real.state]).toEqual(["running", "completed"]);
});

test("leaving the loop leaves no timer", async () => {
  const task = spawn(async () => {
    for await (const tick of interval(0.5)) if (tick === 2) return "left";
    return "ended";
  });
  await host.advance(2);
  expect([task.result, host.runtime.timers.game.size]).toEqual(["left", 0]);
});

test("cancelling the task leaves no timer", async () => {
  const task = spawn(async () => {
    for await (const _ of interval(1));
  });
  await host.advanceFrames(1);
  task.cancel();
  await host.advanceFrames(1);
  expect([task.state, host.runtime.timers.game.size]).toEqual(["cancelled", 0]);
});

test("a tick that was waited for in vain comes the next time", async () => {
  const ticks = interval(1);
  const task = spawn(async () => {
    await race([ticks.next(), sleep(0.5)]);
    return ticks.next();
  });
  await host.advance(1.3);
  expect(task.result).toEqual({ done: false, value: 1 });
});

test("a tick that came in the drain in which its wait was cancelled isn't lost", async () => {
  const ticks = interval(1);
  const task = spawn(() => ticks.next(), { start: "now" });
  spawn(() => sleep(1).then(() => task.cancel()), { start: "now" });
  const first = spawn(() => sleep(0.95).then(() => task.cancel()), { start: "now" });
  first.onSettled(() => true);
  await host.advance(1);
  expect((await ticks.next()).value).toBe(1);
});

test("returning while a tick is waited for ends the wait", async () => {
  const ticks = interval(1);
  const task = spawn(() => ticks.next(), { start: "now" });
  await ticks.return();
  await host.advanceFrames(1);
  expect(task.result).toEqual({ done: true, value: undefined });
  expect(await ticks.next()).toEqual({ done: true, value: undefined });
});

test("impossible options are refused with errors that quote them", () => {
  expect(() => interval(0)).toThrow(
    "interval(seconds) needs a number of seconds above 0, but got 0",
  );
  expect(() => interval(1, { missed: "lose" as never })).toThrow(
    'interval\'s missed is one of "skip", "burst", "delay", but got "lose"',
  );
  expect(() => interval(1, { clock: "wall" as never })).toThrow("interval's clock is one of");
});

test("asking for two ticks at a time is refused", () => {
  const ticks = interval(1);
  void ticks.next();
  expect(() => ticks.next()).toThrow(
    "an interval's next() was called while an earlier call still waited",
  );
});

test("without timers it throws at the call", async () => {
  await host.terminate();
  host = new TestHost({ time: false });
  expect(() => interval(1)).toThrow("interval() needs timers");
});
