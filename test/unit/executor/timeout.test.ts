import {
  currentTask,
  frames,
  nextFrame,
  once,
  sleep,
  spawn,
  TestHost,
  TimeoutError,
  timeout,
} from "../../../src/executor";
import { Emitter } from "./emitter";

let host: TestHost;
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

test("it resolves to what the function returns, and leaves no timer", async () => {
  const task = spawn(() => timeout(1, () => nextFrame().then(() => "done")));
  await host.advanceFrames(2);
  expect([task.result, host.runtime.timers.game.size]).toEqual(["done", 0]);
});

test("a function that takes longer is cancelled, and has cleaned up when it rejects", async () => {
  const log: string[] = [];
  async function refresh() {
    try {
      await sleep(10);
    } finally {
      await frames(2);
      log.push("cleaned up");
    }
  }
  spawn(() => timeout(0.1, refresh).catch((error) => log.push(error.message)));
  await host.advance(0.3);
  expect(log).toEqual(["cleaned up", "refresh was not done within 0.1 s"]);
});

test("it rejects with a TimeoutError that tells the seconds", async () => {
  const hurt = new Emitter<[]>();
  const task = spawn(() => timeout(0.1, once(hurt)), { start: "now" });
  task.onSettled(() => true);
  await host.advance(0.2);
  expect(task.error).toBeInstanceOf(TimeoutError);
  expect([(task.error as TimeoutError).seconds, hurt.subscribers.size]).toEqual([0.1, 0]);
});

test("it rejects with what the function throws", async () => {
  const task = spawn(() =>
    timeout(1, () => {
      throw new Error("no network");
    }),
  );
  task.onSettled(() => true);
  await host.advanceFrames(1);
  expect((task.error as Error).message).toBe("no network");
});

test("its clock can be chosen", async () => {
  const task = spawn(() => timeout(0.1, () => sleep(10), { clock: "real" }));
  task.onSettled(() => true);
  host.pause();
  await host.advance(0.2);
  expect(task.error).toBeInstanceOf(TimeoutError);
});

test("a task that is cancelled when it calls it gets the cancellation, and nothing is begun", async () => {
  const work = jest.fn();
  const task = spawn(async () => {
    currentTask()?.cancel("enough");
    await timeout(1, work);
  });
  await host.advanceFrames(1);
  expect([task.state, work.mock.calls, host.runtime.waitCount]).toEqual(["cancelled", [], 0]);
});

test("what it can't run is refused with an error that quotes it", () => {
  expect(() => timeout(1, 5 as never)).toThrow("but the work is 5");
  expect(() => timeout(-1, () => 1)).toThrow("but got -1");
});
