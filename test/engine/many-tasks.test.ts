import { Timer } from "godot";
import { frames, nextFrame, once, Runtime, race, scopeOf, sleep, spawn, taskGroup } from "godot-ts";
import { collectGarbage } from "./support/collect-garbage";
import { enter } from "./support/tree";

const rounds = 20;
const settledAfter = 5;
const total = 400_000;
/** What may be left of each task, in bytes. A task that waits takes several hundred. */
const heapLeft = 4;

let timer: Timer;
beforeAll(() => {
  timer = enter(new Timer());
});
afterAll(() => timer.free());

async function usedHeap(): Promise<number> {
  await collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** How much of the heap is left of each task, garbage being collected between rounds. */
async function growth(startAndEnd: (count: number) => Promise<void>): Promise<number> {
  let settled = 0;
  for (let round = 1; round <= rounds; round++) {
    await startAndEnd(total / rounds);
    if (round === settledAfter) settled = await usedHeap();
  }
  return ((await usedHeap()) - settled) / ((total * (rounds - settledAfter)) / rounds);
}

describe("of hundreds of thousands of tasks", () => {
  beforeEach(() => {
    // So that a round is over in few frames.
    Runtime.current().pool.frameBudget = Number.POSITIVE_INFINITY;
  });
  afterEach(() => {
    const { pool, taskCount } = Runtime.current();
    pool.frameBudget = 2;
    expect([pool.readyCount, taskCount]).toEqual([0, 0]);
  });

  test("that wait for a signal and a time, nothing is left when they end", async () => {
    const left = await growth(async (count) => {
      for (let i = 0; i < count; i++) spawn(() => race([once(timer.timeout), sleep(0)]));
      await frames(3);
    });
    expect(left).toBeLessThan(heapLeft);
  });

  test("that wait for a signal, nothing is left when they are cancelled", async () => {
    const left = await growth(async (count) => {
      const tasks = Array.from({ length: count }, () =>
        spawn(() => once(timer.timeout), { start: "now" }),
      );
      for (const task of tasks) task.cancel();
      await frames(2);
    });
    expect(left).toBeLessThan(heapLeft);
  });

  test("in groups and in a node's scope, nothing is left", async () => {
    const left = await growth(async (count) => {
      for (let i = 0; i < count / 2; i++) {
        scopeOf(timer).spawn(async () => {
          await using group = taskGroup();
          group.spawn(() => nextFrame());
        });
      }
      await frames(4);
    });
    expect(left).toBeLessThan(heapLeft);
  });
});
