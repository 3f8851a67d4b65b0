import fc from "fast-check";
import {
  nextFrame,
  type Permit,
  Semaphore,
  spawn,
  type Task,
  TestHost,
} from "../../../src/executor";

let host: TestHost;
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

/** A task that holds permits until it is cancelled. */
function holder(semaphore: Semaphore, count = 1): Task {
  return spawn(
    async () => {
      using _permit = await semaphore.acquire(count);
      for (;;) await nextFrame();
    },
    { start: "now" },
  );
}

test("a permit that is there is acquired at once", async () => {
  const semaphore = new Semaphore(2);
  const permit = await semaphore.acquire();
  expect([permit.count, semaphore.available]).toEqual([1, 1]);
});

test("a permit goes back when its block ends", async () => {
  const semaphore = new Semaphore(1);
  {
    using _permit = await semaphore.acquire();
    expect(semaphore.available).toBe(0);
  }
  expect(semaphore.available).toBe(1);
});

test("giving a permit back twice gives it back once", () => {
  const semaphore = new Semaphore(1);
  const permit = semaphore.tryAcquire();
  permit?.release();
  permit?.release();
  expect(semaphore.available).toBe(1);
});

test("those who wait are served in the order they came", async () => {
  const semaphore = new Semaphore(1);
  const order: number[] = [];
  for (const i of [1, 2, 3]) {
    spawn(
      async () => {
        using _permit = await semaphore.acquire();
        order.push(i);
        await nextFrame();
      },
      { start: "now" },
    );
  }
  await host.advanceFrames(6);
  expect(order).toEqual([1, 2, 3]);
});

test("who wants many isn't overtaken by those who want few", async () => {
  const semaphore = new Semaphore(2);
  const first = holder(semaphore);
  await host.advanceFrames(1);
  const many = holder(semaphore, 2);
  const few = holder(semaphore);
  expect(semaphore.tryAcquire()).toBeUndefined();
  first.cancel();
  await host.advanceFrames(1);
  expect([semaphore.available, many.waitsFor, few.waitsFor]).toEqual([
    0,
    "nextFrame()",
    "a semaphore",
  ]);
});

test("when the first in the queue is cancelled, the next who fits is served", async () => {
  const semaphore = new Semaphore(2);
  holder(semaphore);
  await host.advanceFrames(1);
  const many = holder(semaphore, 2);
  const few = holder(semaphore);
  many.cancel();
  await host.advanceFrames(1);
  expect(few.waitsFor).toBe("nextFrame()");
});

test("a permit that was handed to a task cancelled in the same drain goes to the next", async () => {
  const semaphore = new Semaphore(1);
  const first = holder(semaphore);
  await host.advanceFrames(1);
  const second = holder(semaphore);
  const third = holder(semaphore);
  first.cancel();
  await host.turn("process");
  second.cancel();
  await host.advanceFrames(1);
  expect([second.state, third.waitsFor, semaphore.available]).toEqual([
    "cancelled",
    "nextFrame()",
    0,
  ]);
});

test("impossible counts are refused with errors that quote them", () => {
  expect(() => new Semaphore(0)).toThrow(
    "new Semaphore(permits) needs a whole number, 1 or more, but got 0",
  );
  expect(() => new Semaphore(2).acquire(3)).toThrow(
    "acquire(count) of a Semaphore(2) needs a whole number from 1 to 2, but got 3",
  );
  expect(() => new Semaphore(2).tryAcquire(1.5)).toThrow("but got 1.5");
});

test("through any acquires, releases and cancellations, permits are never over-given or lost", async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant("acquire" as const), count: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ do: fc.constantFrom("release" as const, "cancel" as const), which: fc.nat(9) }),
    fc.record({ do: fc.constant("drain" as const) }),
  );
  const property = fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
    const semaphore = new Semaphore(3);
    const held: Permit[] = [];
    const served: number[] = [];
    const queued = new Set<number>();
    const waiting: Task[] = [];
    let begun = 0;
    for (const each of steps) {
      if (each.do === "acquire") {
        const number = begun++;
        const take = async () => {
          held.push(await semaphore.acquire(each.count));
          served.push(number);
        };
        const task = spawn(take, { start: "now" });
        waiting.push(task);
        if (task.waitsFor !== undefined) queued.add(number);
      } else if (each.do === "release") {
        held.splice(each.which % (held.length + 1), 1)[0]?.release();
      } else if (each.do === "cancel") {
        waiting[each.which]?.cancel();
      } else {
        await host.turn("process");
      }
      expect(semaphore.available).toBeGreaterThanOrEqual(0);
    }
    for (const task of waiting) task.cancel();
    await host.advanceFrames(2);
    const servedInQueue = served.filter((number) => queued.has(number));
    expect(servedInQueue).toEqual([...servedInQueue].sort((a, b) => a - b));
    expect(semaphore.available).toBe(3 - held.reduce((sum, permit) => sum + permit.count, 0));
    expect(host.runtime.waitCount).toBe(0);
  });
  await fc.assert(property, { numRuns: 100 });
});
