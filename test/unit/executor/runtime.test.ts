import {
  LocalPool,
  nextFrame,
  once,
  Runtime,
  RuntimeError,
  sleep,
  spawn,
  TestHost,
  yieldNow,
} from "../../../src/executor";
import { Emitter } from "./emitter";

let host: TestHost;
const log: string[] = [];
beforeEach(() => {
  host = new TestHost({ frameBudget: 2 });
  log.length = 0;
});
afterEach(() => host.terminate());

/** A task that works for five milliseconds. */
const work = (name: string) =>
  spawn(() => {
    log.push(name);
    host.spend(5);
  });

test("a process drain goes: timers, frame waits, ready tasks", async () => {
  const hurt = new Emitter<[]>();
  spawn(() => once(hurt).then(() => log.push("ready")), { start: "now" });
  spawn(() => nextFrame().then(() => log.push("frame")), { start: "now" });
  spawn(() => sleep(0.01).then(() => log.push("timer")), { start: "now" });
  hurt.emit();
  await host.turn("process");
  expect(log).toEqual(["timer", "frame", "ready"]);
});

test("the frame budget is checked between tasks, and the rest carries over", async () => {
  for (const name of ["a", "b", "c"]) work(name);
  await host.turn("process");
  expect(log).toEqual(["a"]);
  await host.turn("process");
  await host.turn("process");
  expect(log).toEqual(["a", "b", "c"]);
});

test("what carries over goes before what woke later", async () => {
  work("a");
  work("b");
  await host.turn("process");
  spawn(() => log.push("newer"));
  host.pool.frameBudget = 20;
  await host.turn("process");
  expect(log).toEqual(["a", "b", "newer"]);
});

test("what carries over goes before timers that are due", async () => {
  work("a");
  work("b");
  spawn(() => sleep(0).then(() => log.push("timer")), { start: "now" });
  await host.turn("late");
  host.pool.frameBudget = 20;
  await host.turn("late");
  await host.turn("process");
  expect(log).toEqual(["a", "b", "timer"]);
});

test("the late drain leaves alone what the process drain left over", async () => {
  work("a");
  work("b");
  await host.turn("process");
  spawn(() => log.push("late"));
  await host.turn("late");
  expect(log).toEqual(["a", "late"]);
  await host.turn("process");
  expect(log).toEqual(["a", "late", "b"]);
});

test("the late drain has a budget of its own", async () => {
  work("a");
  await host.turn("process");
  work("b");
  await host.turn("late");
  expect(log).toEqual(["a", "b"]);
});

test("a budget of zero advances one task a drain", async () => {
  host.pool.frameBudget = 0;
  for (const name of ["a", "b"]) spawn(() => log.push(name));
  await host.turn("process");
  expect(log).toEqual(["a"]);
});

test("a frame budget that isn't a number of milliseconds is refused", () => {
  expect(() => new LocalPool({ frameBudget: -1 })).toThrow(
    "frameBudget needs a number of milliseconds, 0 or more, but got -1",
  );
});

test("the late drain does no process work", async () => {
  const frame = spawn(() => nextFrame(), { start: "now" });
  await host.turn("late");
  expect([frame.state, host.ioTurns]).toEqual(["running", 0]);
});

test("an idle turn has nothing to step through", () => {
  const frame = { delta: 1 / 60, timeScale: 1, paused: false };
  expect(host.runtime.beginTurn("process", frame)).toBe(false);
});

test("the event loop is turned once a process drain when io is enabled", async () => {
  await host.advanceFrames(3);
  expect(host.ioTurns).toBe(3);
});

test("the event loop is never turned when io is disabled", async () => {
  const deaf = new TestHost({ io: false });
  await deaf.advanceFrames(3);
  expect(deaf.ioTurns).toBe(0);
  await deaf.terminate();
});

test("a turn that was never finished is taken up by the next one", async () => {
  for (const name of ["a", "b"]) spawn(() => log.push(name));
  host.runtime.beginTurn("process", { delta: 1 / 60, timeScale: 1, paused: false });
  host.runtime.step();
  await host.turn("process");
  expect(log).toEqual(["a", "b"]);
});

test("a future of somebody else's that throws is reported, and the others go on", async () => {
  host.pool.spawnLocal({
    name: "foreign",
    poll() {
      throw new Error("bad poll");
    },
  });
  spawn(() => log.push("b"));
  await host.turn("process");
  expect(host.errors).toEqual([{ error: new Error("bad poll"), task: undefined }]);
  expect(log).toEqual(["b"]);
});

test("entering a runtime is undone by disposing of the guard", async () => {
  const second = Runtime.builder().enableAll().build(host);
  const guard = second.enter();
  expect(Runtime.current()).toBe(second);
  guard[Symbol.dispose]();
  expect(Runtime.current()).toBe(host.runtime);
});

test("a task keeps to the runtime it was started in", async () => {
  const task = spawn(async () => {
    await yieldNow();
    await nextFrame();
    return Runtime.current();
  });
  const second = Runtime.builder().build(host);
  const guard = second.enter();
  await host.advanceFrames(3);
  guard[Symbol.dispose]();
  expect(task.state).toBe("completed");
});

test("a runtime that is built without a pool has its own", () => {
  expect(Runtime.builder().build(host).pool).toBeInstanceOf(LocalPool);
});

test("where no runtime is entered, a wait throws a RuntimeError", async () => {
  await host.terminate();
  expect(() => nextFrame()).toThrow(RuntimeError);
});

test("what waits for the next frame in the event loop goes on in the frame after", async () => {
  host.turnIo = () => {
    if (log.length === 0) void nextFrame().then(() => log.push("next frame"));
    log.push("turn");
  };
  await host.turn("process");
  expect(log).toEqual(["turn"]);
  await host.turn("process");
  expect(log).toEqual(["turn", "turn", "next frame"]);
});
