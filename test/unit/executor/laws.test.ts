import fc from "fast-check";
import {
  frames,
  nextFrame,
  once,
  sleep,
  spawn,
  TestHost,
  untilResume,
  yieldNow,
} from "../../../src/executor";
import { ReadyQueue } from "../../../src/executor/ready-queue";
import { Emitter } from "./emitter";

const hurt = new Emitter<[number]>();

const WAITS = {
  nextFrame: () => nextFrame(),
  frames: () => frames(3),
  zeroFrames: () => frames(0),
  yieldNow: () => yieldNow(),
  sleep: () => sleep(0.03),
  realSleep: () => sleep(0.03, { clock: "real" }),
  once: () => once(hurt),
  untilResume: () => untilResume(),
  join: () => spawn(() => frames(2)),
  plainPromise: () => Promise.resolve(),
} as const;

const waitName = fc.constantFrom(...(Object.keys(WAITS) as (keyof typeof WAITS)[]));
const moment = fc.record({
  frame: fc.integer({ min: 0, max: 8 }),
  drain: fc.constantFrom("process", "late"),
});

test("a task that is cancelled at any moment settles once, cleans up once, leaves nothing", async () => {
  const body = fc.array(waitName, { minLength: 1, maxLength: 4 });
  const property = fc.asyncProperty(body, waitName, moment, async (steps, cleanup, when) => {
    const host = new TestHost();
    let begun = 0;
    let cleanups = 0;
    let settled = 0;
    const task = spawn(async () => {
      begun++;
      try {
        for (const step of steps) await WAITS[step]();
      } finally {
        cleanups++;
        await WAITS[cleanup]();
      }
    });
    task.onSettled(() => ++settled);
    for (let frame = 0; frame < 40; frame++) {
      for (const drain of ["process", "late"] as const) {
        hurt.emit(frame);
        if (task.isResumable) task.resume(frame);
        if (frame === when.frame && drain === when.drain) task.cancel();
        await host.turn(drain);
      }
      host.spend(1000 / 60);
    }
    const { runtime, pool, errors, warnings } = host;
    expect([settled, cleanups]).toEqual([1, begun]);
    expect([runtime.taskCount, runtime.waitCount, pool.readyCount]).toEqual([0, 0, 0]);
    expect([runtime.timers.game.size, runtime.timers.real.size]).toEqual([0, 0]);
    expect([runtime.frames.isEmpty, hurt.subscribers.size]).toEqual([true, 0]);
    expect([errors, warnings]).toEqual([[], []]);
    await host.terminate();
  });
  await fc.assert(property, { numRuns: 150 });
}, 60_000);

test("tasks that are always ready advance in turn, whatever the budget", async () => {
  const property = fc.asyncProperty(
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 0, max: 6 }),
    async (count, frameBudget) => {
      const host = new TestHost({ frameBudget });
      const order: number[] = [];
      for (let i = 0; i < count; i++) {
        spawn(async () => {
          for (;;) {
            order.push(i);
            host.spend(1);
            await yieldNow();
          }
        });
      }
      for (let i = 0; i < 30; i++) await host.turn("process");
      expect(order).toEqual(order.map((_, i) => i % count));
      await host.terminate();
    },
  );
  await fc.assert(property, { numRuns: 40 });
}, 60_000);

test("a ready queue is first in, first out, through any pushes, shifts and appends", () => {
  const action = fc.tuple(
    fc.constantFrom("push", "shift", "pushOther", "append"),
    fc.integer({ min: 1, max: 50 }),
  );
  fc.assert(
    fc.property(fc.array(action, { maxLength: 40, size: "max" }), (runs) => {
      const actions = runs.flatMap(([what, times]) => new Array<string>(times).fill(what));
      const queue = new ReadyQueue();
      const other = new ReadyQueue();
      const model: string[] = [];
      const otherModel: string[] = [];
      for (const [i, what] of actions.entries()) {
        const future = { name: `${i}`, poll: () => undefined };
        if (what === "push") {
          queue.push(future);
          model.push(future.name);
        } else if (what === "pushOther") {
          other.push(future);
          otherModel.push(future.name);
        } else if (what === "append") {
          queue.append(other);
          model.push(...otherModel.splice(0));
        } else {
          expect(queue.shift()?.name).toBe(model.shift());
        }
        expect([queue.length, other.length]).toEqual([model.length, otherModel.length]);
      }
    }),
  );
});

test("timers end in the order of their due times, those due together as they were begun", async () => {
  const ticks = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 30 });
  const property = fc.asyncProperty(ticks, async (durations) => {
    const host = new TestHost({ frameBudget: 1000 });
    const ended: number[] = [];
    for (const [i, duration] of durations.entries()) {
      spawn(() => sleep(duration / 60).then(() => ended.push(i)), { start: "now" });
    }
    await host.advanceFrames(14);
    const key = (i: number) => durations[i] ?? 0;
    expect(ended).toEqual([...durations.keys()].sort((a, b) => key(a) - key(b) || a - b));
    await host.terminate();
  });
  await fc.assert(property, { numRuns: 40 });
}, 60_000);
