import {
  arm,
  currentTask,
  race,
  SourceFreedError,
  sleep,
  spawn,
  TestHost,
} from "../../../src/executor";
import { Emitter } from "./emitter";

let host: TestHost;
let hurt: Emitter<[number]>;
beforeEach(() => {
  host = new TestHost();
  hurt = new Emitter<[number]>("Enemy.hurt");
});
afterEach(() => host.terminate());

test("an emission between arm and await is not missed", async () => {
  const task = spawn(async () => {
    const hit = arm(hurt);
    hurt.emit(5);
    await sleep(1);
    return (await hit)[0];
  });
  await host.advance(1.1);
  expect(task.result).toBe(5);
});

test("disposing of it disconnects", () => {
  {
    using _hit = arm(hurt);
    expect(hurt.subscribers.size).toBe(1);
  }
  expect([hurt.subscribers.size, host.runtime.waitCount]).toEqual([0, 0]);
});

test("it disconnects when its task has ended without awaiting it", () => {
  spawn(() => void arm(hurt), { start: "now" });
  expect([hurt.subscribers.size, host.runtime.waitCount]).toEqual([0, 0]);
});

test("an error that it ends with before it is awaited is no unhandled rejection", async () => {
  const onUnhandled = jest.fn();
  process.on("unhandledRejection", onUnhandled);
  const task = spawn(
    async () => {
      const hit = arm(hurt);
      await sleep(1);
      return await hit.catch((error) => error);
    },
    { start: "now" },
  );
  hurt.free();
  await host.advance(1.1);
  process.off("unhandledRejection", onUnhandled);
  expect(task.result).toEqual(new SourceFreedError("Enemy.hurt"));
  expect(onUnhandled).not.toHaveBeenCalled();
});

test("a cancellation that waits to be delivered is thrown by the call", async () => {
  const task = spawn(async () => {
    currentTask()?.cancel("enough");
    using _hit = arm(hurt);
    await sleep(10);
  });
  await host.advanceFrames(1);
  expect([task.state, hurt.subscribers.size]).toEqual(["cancelled", 0]);
});

test("it can lose a race, and is then disconnected", async () => {
  spawn(() => race([arm(hurt), sleep(1)]), { start: "now" });
  await host.advance(1.1);
  expect(hurt.subscribers.size).toBe(0);
});

test("it is shown with the signal's name", () => {
  const task = spawn(() => arm(hurt), { start: "now" });
  expect(task.waitsFor).toBe("arm(Enemy.hurt)");
});

test("something that isn't a signal throws an error that quotes it", () => {
  expect(() => arm(42 as never)).toThrow("arm(signal) needs a signal to wait for, but got 42");
});
