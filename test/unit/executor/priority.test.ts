import fc from "fast-check";
import {
  type LocalPool,
  nextFrame,
  once,
  PRIORITIES,
  type Priority,
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

/** A task that works for some milliseconds. */
const work = (name: string, priority: Priority, milliseconds = 0) =>
  spawn(
    () => {
      log.push(name);
      host.spend(milliseconds);
    },
    { priority },
  );

test("higher priorities go first, each first in, first out", async () => {
  work("low a", "low");
  work("normal a", "normal");
  work("high a", "high");
  work("low b", "low");
  work("normal b", "normal");
  work("high b", "high");
  await host.turn("process");
  expect(log).toEqual(["high a", "high b", "normal a", "normal b", "low a", "low b"]);
});

test("a task keeps its priority in each of its waits", async () => {
  const hurt = new Emitter<[]>();
  for (const priority of ["low", "high"] as const) {
    spawn(() => once(hurt).then(() => log.push(priority)), { priority, start: "now" });
  }
  hurt.emit();
  await host.turn("process");
  expect(log).toEqual(["high", "low"]);
});

test("a task has the priority of the one that started it", async () => {
  const task = spawn(() => spawn(() => 1).priority, { priority: "low" });
  await host.turn("process");
  expect([task.priority, task.result]).toEqual(["low", "low"]);
});

test("a task that nobody gave a priority has the normal one", () => {
  expect(spawn(() => 1).priority).toBe("normal");
});

test("what carries over goes before newer ones of its priority, and after higher ones", async () => {
  work("normal a", "normal", 5);
  work("normal b", "normal", 5);
  await host.turn("process");
  work("normal c", "normal");
  work("high", "high");
  host.pool.frameBudget = 20;
  await host.turn("process");
  expect(log).toEqual(["normal a", "high", "normal b", "normal c"]);
});

test("a priority that a drain left without a turn gets the first turn of the next", async () => {
  work("high a", "high", 5);
  work("low a", "low");
  work("low b", "low");
  await host.turn("process");
  work("high b", "high", 5);
  await host.turn("process");
  expect(log).toEqual(["high a", "low a", "high b"]);
});

test("of two that were left without a turn, the one that waits longer comes first", async () => {
  work("normal", "normal", 5);
  work("low", "low");
  await host.turn("process");
  work("high", "high", 1);
  host.pool.frameBudget = 0;
  for (let i = 0; i < 2; i++) await host.turn("process");
  expect(log).toEqual(["normal", "low", "high"]);
});

test("waits for a frame are delayed by no priority above them that spends the budget", async () => {
  spawn(() => nextFrame().then(() => log.push("frame")), { start: "now", priority: "low" });
  work("high a", "high", 5);
  work("high b", "high", 5);
  await host.turn("process");
  expect(log).toEqual(["high a", "frame"]);
});

test("a priority that there isn't throws an error that lists them", () => {
  expect(() => spawn(() => 1, { priority: "urgent" as Priority })).toThrow(
    'spawn\'s priority is one of "high", "normal", "low", but got "urgent"',
  );
});

test("a future of somebody else's may have a priority", async () => {
  const pool: LocalPool = host.pool;
  for (const priority of ["low", "high"] as const) {
    pool.spawnLocal({ name: priority, priority, poll: () => log.push(priority) });
  }
  await host.turn("process");
  expect(log).toEqual(["high", "low"]);
});

test("no task is starved: each advances once in three drains for each that is ready", async () => {
  const priorities = fc.array(fc.constantFrom(...PRIORITIES), { minLength: 1, maxLength: 10 });
  const property = fc.asyncProperty(
    priorities,
    fc.integer({ min: 0, max: 6 }),
    async (tasks, frameBudget) => {
      const busy = new TestHost({ frameBudget });
      const longest = tasks.map(() => 0);
      const last = tasks.map(() => 0);
      let drain = 0;
      for (const [i, priority] of tasks.entries()) {
        const body = async () => {
          for (;;) {
            longest[i] = Math.max(longest[i] ?? 0, drain - (last[i] ?? 0));
            last[i] = drain;
            busy.spend(1);
            await yieldNow();
          }
        };
        spawn(body, { priority });
      }
      for (drain = 1; drain <= 100; drain++) await busy.turn("process");
      await busy.terminate();
      expect(Math.max(...longest)).toBeLessThanOrEqual(3 * tasks.length);
      expect(Math.min(...last)).toBeGreaterThanOrEqual(100 - 3 * tasks.length);
    },
  );
  await fc.assert(property, { numRuns: 60 });
}, 60_000);

test("however much is ready, a new task of high priority waits for two others at most", async () => {
  const property = fc.asyncProperty(
    fc.array(fc.constantFrom("normal", "low"), { maxLength: 200 }),
    fc.integer({ min: 0, max: 5 }),
    async (tasks: Priority[], drains) => {
      const busy = new TestHost({ frameBudget: 3 });
      let advanced = 0;
      for (const priority of tasks) {
        const body = async () => {
          for (;;) {
            advanced++;
            busy.spend(1);
            await yieldNow();
          }
        };
        spawn(body, { priority });
      }
      for (let i = 0; i < drains; i++) await busy.turn("process");
      const before = advanced;
      let waitedFor = Number.POSITIVE_INFINITY;
      spawn(() => (waitedFor = advanced - before), { priority: "high" });
      await busy.turn("process");
      await busy.terminate();
      expect(waitedFor).toBeLessThanOrEqual(2);
    },
  );
  await fc.assert(property, { numRuns: 40 });
}, 60_000);
