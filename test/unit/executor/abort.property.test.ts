import { getEventListeners } from "node:events";
import fc from "fast-check";
import * as executor from "../../../src/executor";
import {
  all,
  any,
  arm,
  CancelledError,
  changed,
  each,
  forEachSliced,
  frames,
  interval,
  nextFrame,
  on,
  once,
  PHASES,
  type Phase,
  physicsFrame,
  physicsFrames,
  race,
  SourceFreedError,
  select,
  sleep,
  slice,
  spawn,
  TestHost,
  timeout,
  until,
  untilResume,
  type WaitOptions,
  yieldNow,
} from "../../../src/executor";
import { collectUnhandled } from "./unhandled";
import { cleansUp, NOTHING_LEFT, receive, takeTwo, World } from "./world";

type Operation = (world: World, options: WaitOptions) => unknown;

/** Every wait that takes a signal. */
const OPERATIONS: Readonly<Record<string, Operation>> = {
  nextFrame: (_, options) => nextFrame(options),
  frames: (_, options) => frames(3, options),
  physicsFrame: (_, options) => physicsFrame(options),
  physicsFrames: (_, options) => physicsFrames(2, options),
  yieldNow: (_, options) => yieldNow(options),
  sleep: (_, options) => sleep(0.03, options),
  interval: (_, options) => takeTwo(interval(0.02, options)),
  once: ({ hurt }, options) => once(hurt, options),
  arm: ({ hurt }, options) => arm(hurt, options),
  on: ({ hurt }, options) => takeTwo(on(hurt, options)),
  until: (world, options) => until(() => world.isDone, options),
  changed: (world, options) => changed(() => world.isDone, options),
  untilResume: (_, options) => race([untilResume(options), sleep(0.05)]),
  slice: (_, options) => slice(options),
  forEachSliced: (_, options) => forEachSliced([1, 2, 3], () => frames(1), options),
  all: ({ latch }, options) => all([latch.wait(), () => cleansUp(() => frames(2))], options),
  any: ({ hurt }, options) => any([once(hurt), () => cleansUp(() => sleep(0.05))], options),
  race: ({ hurt }, options) => race([once(hurt), () => cleansUp(() => frames(9))], options),
  select: ({ hurt }, options) => select({ hit: once(hurt), nap: () => frames(4) }, options),
  timeout: ({ hurt }, options) => timeout(0.5, () => cleansUp(() => once(hurt)), options),
  each: (_, options) => each([1, 2], (count) => cleansUp(() => frames(count)), options),
  "latch.wait": ({ latch }, options) => latch.wait(options),
  "oneshot.wait": ({ oneshot }, options) => oneshot.wait(options),
  "semaphore.acquire": async ({ semaphore }, options) => {
    using _permit = await semaphore.acquire(1, options);
    await nextFrame();
  },
  "mutex.lock": async ({ mutex }, options) => {
    using _lock = await mutex.lock(options);
    await nextFrame();
  },
  "mutex.run": ({ mutex }, options) => mutex.run(() => frames(2), options),
  "channel.send": ({ full }, options) => full.send(1, options),
  "channel.receive": (world, options) => receive(world, options),
  "broadcast.subscribe": ({ news }, options) => takeTwo(news.subscribe(options)),
  "watch.changed": ({ watch }, options) => watch.changed(options),
};

/** What the module has beside waits. */
const NO_WAITS = [
  "awaited",
  "currentOwner",
  "currentTask",
  "ensureExecutor",
  "formatTasks",
  "getExecutor",
  "isAbort",
  "isCancellation",
  "newParking",
  "placeOf",
  "progress",
  "queue",
  "setCallbacks",
  "setExecutor",
  "spawn",
  "taskGroup",
  "tasks",
  "tryGetExecutor",
  "useAmbientSlot",
];

test("no wait of the module is left out here", () => {
  const functions = Object.keys(executor).filter((name) => /^[a-z]/.test(name));
  const waits = Object.keys(OPERATIONS).filter((name) => !name.includes("."));
  expect([...waits, ...NO_WAITS].sort()).toEqual(functions.sort());
});

function isExpected(end: unknown, aborted: Error): boolean {
  if (end === "done" || end === aborted) return true;
  return [CancelledError, SourceFreedError, AggregateError].some((each) => end instanceof each);
}

const unhandled = collectUnhandled();

const step = fc.constantFrom(
  "process",
  "process",
  "process",
  "settle",
  "abort",
  "late",
  "free",
  "cancel",
);
// Before it begins, during, in the same drain as it settles in either order, after.
const moments = [
  ["abort", "process"],
  ["process", "abort", "process"],
  ["process", "settle", "abort", "late", "process"],
  ["process", "abort", "settle", "late", "process"],
  ["process", "abort", "cancel", "late", "process"],
  ["process", "settle", "late", "process", "settle", "late", "process", "abort"],
].map((each) => [each]) as [string[]][];

test.each(Object.entries(OPERATIONS))(
  "%s, whose signal is aborted at any moment, ends once and leaves nothing",
  async (_, operation) => {
    const steps = fc.array(step as fc.Arbitrary<string>, { maxLength: 12, size: "max" });
    const property = fc.asyncProperty(steps, fc.constantFrom(...PHASES, undefined), play);
    const examples = moments.map(([actions]) => [actions, undefined] as [string[], undefined]);
    await fc.assert(property, { numRuns: 100, examples });

    async function play(actions: string[], phase: Phase | undefined): Promise<void> {
      const host = new TestHost();
      const world = new World();
      const controller = new AbortController();
      const { signal } = controller;
      const aborted = new Error("aborted");
      let begun = 0;
      const ends: unknown[] = [];
      const task = spawn(async () => {
        begun++;
        try {
          await operation(world, { signal, phase });
          ends.push("done");
        } catch (error) {
          ends.push(error);
        }
      });
      const act: Record<string, () => unknown> = {
        settle: () => world.settle(),
        abort: () => controller.abort(aborted),
        free: () => world.hurt.free(),
        cancel: () => task.cancel(),
        process: () => host.advanceFrames(1),
        late: () => host.turn("late"),
      };
      for (const action of actions) await act[action]?.();
      if (task.isSettled) expect(getEventListeners(signal, "abort")).toEqual([]);
      controller.abort(aborted);
      await host.advanceFrames(8);
      world.giveBack();

      expect(task.isSettled).toBe(true);
      expect(ends).toHaveLength(begun);
      expect(ends.filter((end) => !isExpected(end, aborted))).toEqual([]);
      expect([host.errors, host.warnings, unhandled.splice(0)]).toEqual([[], [], []]);
      expect(world.leftIn(host)).toEqual(NOTHING_LEFT);
      await host.terminate();
    }
  },
  60_000,
);
