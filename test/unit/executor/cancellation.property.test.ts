import fc from "fast-check";
import {
  all,
  any,
  arm,
  Broadcast,
  Channel,
  changed,
  each,
  forEachSliced,
  frames,
  interval,
  Latch,
  Mutex,
  nextFrame,
  Oneshot,
  on,
  once,
  physicsFrames,
  queue,
  type Runtime,
  race,
  Semaphore,
  select,
  sleep,
  slice,
  spawn,
  TestHost,
  taskGroup,
  timeout,
  until,
  untilResume,
  Watch,
  yieldNow,
} from "../../../src/executor";
import { Emitter } from "./emitter";

/** Whatever an operation may wait for. `settle` lets all of it happen. */
class World {
  readonly hurt = new Emitter<[number]>("Enemy.hurt");
  readonly latch = new Latch();
  readonly oneshot = new Oneshot<number>();
  readonly semaphore = new Semaphore(2);
  readonly mutex = new Mutex();
  readonly inbox = new Channel<number>(4);
  readonly full = new Channel<number>(0);
  readonly news = new Broadcast<number>();
  readonly watch = new Watch(0);
  readonly #permits = [this.semaphore.tryAcquire(2), this.mutex.tryLock()];
  isDone = false;
  sent = 0;
  received = 0;

  settle(): void {
    this.isDone = true;
    this.hurt.emit(1);
    this.latch.open();
    this.oneshot.resolve(1);
    this.giveBack();
    if (this.inbox.trySend(this.sent)) this.sent++;
    this.full.tryReceive();
    this.news.send(1);
    this.watch.value++;
  }

  giveBack(): void {
    for (const permit of this.#permits) permit?.release();
  }
}

type Operation = (world: World) => unknown;

async function receive(world: World): Promise<void> {
  await world.inbox.receive();
  world.received++;
}

async function takeTwo(items: AsyncIterable<unknown>): Promise<void> {
  let taken = 0;
  for await (const _ of items) {
    await nextFrame();
    if (++taken === 2) break;
  }
}

async function cleansUp(wait: () => Promise<unknown>): Promise<void> {
  try {
    await wait();
  } finally {
    await frames(2);
  }
}

const OPERATIONS: Readonly<Record<string, Operation>> = {
  nextFrame: () => nextFrame(),
  frames: () => frames(3),
  "nextFrame, late": () => nextFrame({ phase: "late" }),
  physicsFrames: () => physicsFrames(2),
  yieldNow: () => yieldNow(),
  sleep: () => sleep(0.03),
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
  on: ({ hurt }) => takeTwo(on(hurt)),
  "on, latest": ({ hurt }) => takeTwo(on(hurt, { buffer: "latest" })),
  "on, two": ({ hurt }) => takeTwo(on(hurt, { buffer: queue(2) })),
  "on, not iterated": ({ hurt }) => void on(hurt),
  "next of on": ({ hurt }) => on(hurt).next(),
  interval: () => takeTwo(interval(0.02)),
  "interval, burst": () => takeTwo(interval(0.001, { missed: "burst" })),
  until: (world) => until(() => world.isDone),
  "until, late": (world) => until(() => world.isDone, { phase: "late" }),
  changed: (world) => changed(() => world.isDone),
  untilResume: () => race([untilResume(), sleep(0.05)]),
  slice: () => slice(),
  forEachSliced: () => forEachSliced([1, 2, 3], () => frames(1)),
  join: () => spawn(() => cleansUp(() => frames(2))),
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
  timeout: ({ hurt }) => timeout(0.05, () => cleansUp(() => once(hurt))).catch(() => undefined),
  each: () => each([1, 2, 3], (item) => cleansUp(() => frames(item)), { concurrency: 2 }),
  "Promise.all": ({ hurt }) => Promise.all([once(hurt), frames(2), sleep(0.02)]),
  "plain promise": () => Promise.resolve(),
};

const unhandled: unknown[] = [];
const onUnhandled = (reason: unknown) => unhandled.push(reason);
beforeAll(() => void process.on("unhandledRejection", onUnhandled));
afterAll(() => void process.off("unhandledRejection", onUnhandled));

const step = fc.constantFrom("settle", "cancel", "process", "late", "free");
const steps = fc.array(step, { maxLength: 12 });
// Before it runs, during, in the same drain as it settles in either order, after.
const moments = [
  ["cancel", "process"],
  ["process", "cancel", "process"],
  ["process", "settle", "cancel", "late", "process"],
  ["process", "cancel", "settle", "late", "process"],
  ["process", "settle", "late", "cancel", "process"],
  ["process", "settle", "late", "process", "settle", "late", "process", "cancel"],
  ["process", "free", "cancel", "late"],
].map((each) => [each]) as [string[]][];

test.each(Object.entries(OPERATIONS))(
  "%s, cancelled at any moment, ends once and leaves nothing",
  async (_, operation) => {
    const property = fc.asyncProperty(steps as fc.Arbitrary<string[]>, async (actions) => {
      await play(operation, actions);
    });
    await fc.assert(property, { numRuns: 60, examples: moments });
  },
  60_000,
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

  const { runtime, pool, errors, warnings } = host;
  expect({ settled, cleanups, errors, warnings }).toEqual({
    settled: 1,
    cleanups: begun,
    errors: [],
    warnings: [],
  });
  expect({
    tasks: runtime.taskCount,
    waits: runtime.waitCount,
    ready: pool.readyCount,
    timers: timerCount(runtime),
    framesEmpty: runtime.frames.isEmpty,
    listeners: world.hurt.subscribers.size,
    subscribers: world.news.subscriberCount,
    permits: world.semaphore.available,
    isLocked: world.mutex.isLocked,
    lost: world.sent - world.received - world.inbox.length,
    unhandled: unhandled.splice(0),
  }).toEqual({
    tasks: 0,
    waits: 0,
    ready: 0,
    timers: 0,
    framesEmpty: true,
    listeners: 0,
    subscribers: 0,
    permits: 2,
    isLocked: false,
    lost: 0,
    unhandled: [],
  });
  await host.terminate();
}

function timerCount({ timers }: Runtime): number {
  return timers.game.size + timers.unscaled.size + timers.real.size + timers.physics.size;
}
