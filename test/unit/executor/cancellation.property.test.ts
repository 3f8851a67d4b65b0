import fc from "fast-check";
import {
  all,
  any,
  arm,
  changed,
  currentTask,
  each,
  forEachSliced,
  frames,
  interval,
  isCancellation,
  nextFrame,
  on,
  once,
  physicsFrame,
  physicsFrames,
  queue,
  race,
  Scope,
  select,
  sleep,
  slice,
  spawn,
  TestHost,
  taskGroup,
  timeout,
  until,
  untilResume,
  yieldNow,
} from "../../../src/executor";
import { collectUnhandled } from "./unhandled";
import { cleansUp, NOTHING_LEFT, receive, takeTwo, World } from "./world";

type Operation = (world: World) => unknown;

/** Lets only a cancellation through. */
function cancelled(error: unknown): void {
  if (isCancellation(error)) throw error;
}

const fails = () => Promise.reject(new Error("no"));

const OPERATIONS: Readonly<Record<string, Operation>> = {
  nextFrame: () => nextFrame(),
  frames: () => frames(3),
  "frames, none": () => frames(0),
  "nextFrame, late": () => nextFrame({ phase: "late" }),
  physicsFrame: () => physicsFrame(),
  physicsFrames: () => physicsFrames(2),
  yieldNow: () => yieldNow(),
  sleep: () => sleep(0.03),
  "sleep, unscaled": () => sleep(0.03, { clock: "unscaled" }),
  "sleep, physics": () => sleep(0.03, { clock: "physics" }),
  "sleep, real": () => sleep(0.03, { clock: "real" }),
  once: ({ hurt }) => once(hurt),
  "once, inline": ({ hurt }) => once(hurt, { resume: "inline" }),
  arm: ({ hurt }) => arm(hurt),
  "arm, awaited later": async ({ hurt }) => {
    const hit = arm(hurt);
    await frames(2);
    await hit;
  },
  "arm, not awaited": ({ hurt }) => void arm(hurt),
  "a group": async ({ hurt, latch }) => {
    await using group = taskGroup();
    group.spawn(() => cleansUp(() => once(hurt)));
    group.spawn(() => latch.wait());
  },
  "a scope": async ({ hurt, latch }) => {
    const scope = new Scope("match");
    try {
      scope.spawn(() => cleansUp(() => latch.wait()));
      await once(hurt);
    } finally {
      scope.close();
    }
  },
  on: ({ hurt }) => takeTwo(on(hurt)),
  "on, latest": ({ hurt }) => takeTwo(on(hurt, { buffer: "latest" })),
  "on, drop": ({ hurt }) => takeTwo(on(hurt, { buffer: "drop" })),
  "on, two": ({ hurt }) => takeTwo(on(hurt, { buffer: queue(2) })),
  "on, not iterated": ({ hurt }) => void on(hurt),
  "next of on": ({ hurt }) => on(hurt).next(),
  interval: () => takeTwo(interval(0.02)),
  "interval, burst": () => takeTwo(interval(0.001, { missed: "burst" })),
  "interval, delay": () => takeTwo(interval(0.02, { missed: "delay" })),
  "interval, physics": () => takeTwo(interval(0.02, { clock: "physics" })),
  until: (world) => until(() => world.isDone),
  "until, late": (world) => until(() => world.isDone, { phase: "late" }),
  changed: (world) => changed(() => world.isDone),
  untilResume: () => race([untilResume(), sleep(0.05)]),
  slice: () => slice(),
  forEachSliced: () => forEachSliced([1, 2, 3], () => frames(1)),
  join: () => spawn(() => cleansUp(() => frames(2))),
  "await using a task": async ({ latch }) => {
    await using _task = spawn(() => cleansUp(() => latch.wait()));
    await frames(2);
  },
  "a task that is returned": () => spawn(() => spawn(() => frames(2), { scope: null })),
  "latch.wait": ({ latch }) => latch.wait(),
  "oneshot.wait": ({ oneshot }) => oneshot.wait(),
  "semaphore.acquire": async ({ semaphore }) => {
    using _permit = await semaphore.acquire();
    await nextFrame();
  },
  "semaphore.acquire, two tasks": async ({ semaphore }) => {
    const work = async () => {
      using _permit = await semaphore.acquire(2);
      await nextFrame();
    };
    await all([work, work]);
  },
  "mutex.lock": async ({ mutex }) => {
    using _lock = await mutex.lock();
    await nextFrame();
  },
  "mutex.run": ({ mutex }) => mutex.run(() => frames(2)),
  "channel.receive": receive,
  "channel.receive, two tasks": (world) => race([() => receive(world), () => receive(world)]),
  "channel.send": ({ full }) => full.send(1),
  "for await of a channel": async (world) => {
    for await (const _ of world.inbox) {
      world.received++;
      await nextFrame();
      if (world.received === 2) break;
    }
  },
  broadcast: ({ news }) => takeTwo(news.subscribe()),
  "watch.changed": ({ watch }) => watch.changed(),
  "for await of a watch": ({ watch }) => takeTwo(watch),
  all: ({ hurt, latch }) => all([once(hurt), latch.wait(), () => cleansUp(() => frames(2))]),
  any: ({ hurt }) => any([once(hurt), () => cleansUp(() => sleep(0.05))]),
  "any, all fail": () => any([fails, () => cleansUp(() => frames(2).then(fails))]).catch(cancelled),
  race: ({ hurt, latch }) => race([once(hurt), latch.wait(), sleep(0.1), frames(9)]),
  "race of combinations": ({ hurt }) =>
    race([all([once(hurt), () => cleansUp(() => frames(9))]), any([sleep(0.05), frames(5)])]),
  "race with what cleans up": ({ hurt }) =>
    race([once(hurt), () => cleansUp(() => frames(9)), spawn(() => cleansUp(() => frames(5)))]),
  "race for a lock": async ({ mutex }) => {
    await race([
      sleep(0.03),
      async () => {
        using _lock = await mutex.lock();
        await nextFrame();
      },
    ]);
  },
  select: ({ hurt }) => select({ hit: once(hurt), tired: sleep(0.05), nap: () => frames(4) }),
  timeout: ({ hurt }) => timeout(0.05, () => cleansUp(() => once(hurt))).catch(cancelled),
  each: () => each([1, 2, 3], (item) => cleansUp(() => frames(item)), { concurrency: 2 }),
  "Promise.all": ({ hurt }) => Promise.all([once(hurt), frames(2), sleep(0.02)]),
  "plain promise": () => Promise.resolve(),
};

const unhandled = collectUnhandled();

const step = fc.constantFrom(
  "process",
  "process",
  "process",
  "settle",
  "cancel",
  "late",
  "free",
  "terminate",
);
const steps = fc.array(step, { maxLength: 12, size: "max" });
// Before it runs, during, in the same drain as it settles in either order, after.
const moments = [
  ["cancel", "process"],
  ["process", "cancel", "process"],
  ["process", "settle", "cancel", "late", "process"],
  ["process", "cancel", "settle", "late", "process"],
  ["process", "settle", "late", "cancel", "process"],
  ["process", "settle", "late", "process", "settle", "late", "process", "cancel"],
  ["process", "free", "cancel", "late"],
  ["terminate", "settle"],
  ["process", "terminate", "settle"],
  ["process", "settle", "terminate"],
  ["process", "free", "process", "process", "process", "process"],
].map((each) => [each]) as [string[]][];

test.each(Object.entries(OPERATIONS))(
  "%s, cancelled at any moment, ends once and leaves nothing",
  async (_, operation) => {
    const property = fc.asyncProperty(steps as fc.Arbitrary<string[]>, async (actions) => {
      await play(operation, actions);
    });
    await fc.assert(property, { numRuns: 100, examples: moments });
  },
  60_000,
);

test.each(Object.entries(OPERATIONS))(
  "%s, begun by a task that was cancelled and has not heard of it yet, holds up nothing",
  async (_, operation) => {
    const host = new TestHost();
    const world = new World();
    const task = spawn(async () => {
      currentTask()?.cancel();
      await operation(world);
    });
    await host.advanceFrames(6);
    world.giveBack();
    expect([task.isSettled, host.errors, host.warnings]).toEqual([true, [], []]);
    expect(world.leftIn(host)).toEqual(NOTHING_LEFT);
    await host.terminate();
  },
);

async function play(operation: Operation, actions: readonly string[]): Promise<void> {
  const host = new TestHost();
  const world = new World();
  let begun = 0;
  let cleanups = 0;
  let settled = 0;
  const task = spawn(async () => {
    begun++;
    try {
      await operation(world);
    } finally {
      cleanups++;
    }
  });
  task.onSettled(() => ++settled > 0);
  const act: Record<string, () => unknown> = {
    settle: () => world.settle(),
    cancel: () => task.cancel(),
    free: () => world.hurt.free(),
    process: () => host.advanceFrames(1),
    late: () => host.turn("late"),
    terminate: () => host.terminate(),
  };
  for (const action of actions) await act[action]?.();
  // Where the actions did not end it: let it happen, or cancel it at last.
  for (let i = 0; i < 3 && !task.isSettled; i++) {
    world.settle();
    await host.advanceFrames(5);
  }
  task.cancel();
  while (!task.isSettled) await host.advanceFrames(1);
  // What was only joined, or combined by the platform, has its own time to end.
  await host.advanceFrames(3);
  world.giveBack();

  const { errors, warnings } = host;
  expect({ settled, cleanups, errors, warnings, unhandled: unhandled.splice(0) }).toEqual({
    settled: 1,
    cleanups: begun,
    errors: [],
    warnings: [],
    unhandled: [],
  });
  expect(world.leftIn(host)).toEqual(NOTHING_LEFT);
  await host.terminate();
}
