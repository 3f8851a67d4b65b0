import { once, SourceFreedError, spawn, TestHost } from "../../../src/executor";
import { Emitter } from "./emitter";

let host: TestHost;
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

test("once resolves to the arguments of the emission", async () => {
  const hurt = new Emitter<[number, string]>();
  const task = spawn(() => once(hurt), { start: "now" });
  hurt.emit(5, "arrow");
  await host.advanceFrames(1);
  expect(task.result).toEqual([5, "arrow"]);
});

test("the task goes on in a drain, never within the emission", async () => {
  const log: string[] = [];
  const hurt = new Emitter<[]>();
  spawn(
    async () => {
      await once(hurt);
      log.push("hurt");
    },
    { start: "now" },
  );
  hurt.emit();
  await Promise.resolve();
  expect(log).toEqual([]);
  await host.turn("late");
  expect(log).toEqual(["hurt"]);
});

test("once hears one emission, and disconnects", async () => {
  const hurt = new Emitter<[number]>();
  const task = spawn(() => once(hurt), { start: "now" });
  hurt.emit(1);
  expect(hurt.subscribers.size).toBe(0);
  hurt.emit(2);
  await host.advanceFrames(1);
  expect(task.result).toEqual([1]);
});

test("once connects within the call", () => {
  const hurt = new Emitter<[]>();
  spawn(() => once(hurt), { start: "now" });
  expect(hurt.subscribers.size).toBe(1);
});

test("tasks that wait for the same signal go on in the order they began to", async () => {
  const log: number[] = [];
  const hurt = new Emitter<[]>();
  for (const i of [1, 2, 3]) spawn(() => once(hurt).then(() => log.push(i)), { start: "now" });
  hurt.emit();
  await host.turn("late");
  expect(log).toEqual([1, 2, 3]);
});

test("a source that is freed rejects with SourceFreedError, which names it", async () => {
  const hurt = new Emitter<[]>("Enemy.hurt");
  const task = spawn(() => once(hurt), { start: "now" });
  task.onSettled(() => true);
  hurt.free();
  await host.advanceFrames(1);
  expect(task.error).toEqual(new SourceFreedError("Enemy.hurt"));
  expect(hurt.subscribers.size).toBe(0);
});

test("a cancelled wait disconnects at once", () => {
  const hurt = new Emitter<[]>();
  const task = spawn(() => once(hurt), { start: "now" });
  task.cancel();
  expect(hurt.subscribers.size).toBe(0);
});

test("a source that emits while it is being connected is heard, and disconnected", async () => {
  const disconnect = jest.fn();
  const eager = {
    subscribe(listener: (value: number) => void) {
      listener(1);
      return disconnect;
    },
  };
  const task = spawn(() => once<[number]>(eager), { start: "now" });
  await host.advanceFrames(1);
  expect([task.result, disconnect.mock.calls.length]).toEqual([[1], 1]);
});

test("a source that can't be connected throws at once, and no wait is left", () => {
  const broken = {
    subscribe(): never {
      throw new Error("no such signal");
    },
  };
  expect(() => once(broken)).toThrow("no such signal");
  expect(host.runtime.waitCount).toBe(0);
});

test("something that isn't a signal throws an error that quotes it", () => {
  expect(() => once(42 as never)).toThrow("once(signal) needs a signal to wait for, but got 42");
});

test("a wait outside of tasks resolves in a drain as well", async () => {
  const hurt = new Emitter<[number]>();
  const wait = once(hurt);
  hurt.emit(5);
  await host.advanceFrames(1);
  expect(await wait).toEqual([5]);
});

test('resume "inline" goes on as soon as promises run, without a drain', async () => {
  const hurt = new Emitter<[number]>();
  const task = spawn(() => once(hurt, { resume: "inline" }), { start: "now" });
  hurt.emit(5);
  for (let i = 0; i < 5; i++) await Promise.resolve();
  expect([task.state, task.result]).toEqual(["completed", [5]]);
});

test('resume "inline" has the host run promises within the emission', () => {
  const runMicrotasks = jest.fn();
  Object.assign(host, { runMicrotasks });
  const hurt = new Emitter<[number]>();
  spawn(() => once(hurt, { resume: "inline" }), { start: "now" });
  hurt.emit(5);
  expect(runMicrotasks).toHaveBeenCalledTimes(1);
});

test("a resume that isn't one is refused with an error that quotes it", () => {
  expect(() => once(new Emitter(), { resume: "now" as never })).toThrow(
    'once\'s resume is "drain" or "inline", but got "now"',
  );
});
