import { nextFrame, sleep, spawn, type Task } from "godot-ts";
import type { Benchmark, Peer } from "./benchmark";
import type { Drains } from "./drains";
import type { MeasuringNode } from "./measuring-node";

const days = 1e6;
/** Over in the next drain, however little time has passed. */
const moment = 1e-6;

/** How many wake in one drain, or are cancelled in it. */
const tasks = 1_000;
const drainsASample = 20;

/**
 * What sleeps cost beside many others that wait: in a frame in which nothing is due, when they end and
 * begin again, and when they are cancelled. Those that are measured fall due before all others, which
 * is the dearest place in a heap.
 *
 * @param timers - `timers.gd`, the same with the tree's own timers.
 */
export function sleepingTasks(drains: Drains, timers: MeasuringNode): readonly Benchmark[] {
  return [idleTurn, sleepAgain, cancelSleep].flatMap((benchmark) =>
    [10, 1_000, 100_000].map((waiting) => ({
      ...benchmark(drains, timers, waiting.toLocaleString("en")),
      setUp: () => sleepers(timers, waiting),
    })),
  );
}

/** The driver's `_process` while nothing is due: what those that sleep cost in each frame. */
function idleTurn(drains: Drains, timers: MeasuringNode, waiting: string): Benchmark {
  return {
    name: `idle turn with ${waiting} tasks asleep`,
    unit: "ns",
    count: 20_000,
    ours: (count) => drains.run("idle_ours", count),
    peers: [
      { name: "empty GDScript _process", run: (count) => drains.run("idle_peer", count) },
      asMany(async (count) => count * (await timers.run("idle_frame", 1))),
    ],
  };
}

/** For each sleep: it ends, its task goes on, and begins another one. */
function sleepAgain(drains: Drains, timers: MeasuringNode, waiting: string): Benchmark {
  return {
    name: `sleep again and again beside ${waiting} asleep`,
    unit: "ns",
    count: tasks * drainsASample,
    async ours(count) {
      let ended = 0;
      const all: Task[] = [];
      const body = async () => {
        for (;;) {
          await sleep(moment * Math.random());
          ended++;
        }
      };
      const nanoseconds = await drains.run("wake_and_park_ours", count, () => {
        for (let i = 0; i < tasks; i++) all.push(spawn(body));
      });
      for (const task of all) task.cancel();
      if (ended < count) throw new Error(`${ended} of ${count} sleeps ended`);
      return nanoseconds;
    },
    peers: [asMany(async (count) => (count / tasks) * (await timers.run("sleep_again", tasks)))],
  };
}

/** For each task: it begins to sleep, and is cancelled. */
function cancelSleep(drains: Drains, timers: MeasuringNode, waiting: string): Benchmark {
  return {
    name: `start a task that sleeps, and cancel it, beside ${waiting} asleep`,
    unit: "ns",
    count: tasks,
    async ours(count) {
      const all: Task[] = [];
      const nap = () => sleep(1 + Math.random());
      const nanoseconds = await drains.run("start_tasks_ours", count, () => {
        for (let i = 0; i < count; i++) all.push(spawn(nap, { start: "now" }));
        for (const task of all) task.cancel();
      });
      const ended = all.filter(({ state }) => state === "cancelled").length;
      if (ended !== count) throw new Error(`${ended} of ${count} tasks were cancelled`);
      return nanoseconds;
    },
    peers: [asMany((count) => timers.run("cut_short", count))],
  };
}

/** The engine has one turn of its timers a frame: what takes several is counted out of one. */
function asMany(run: Peer["run"]): Peer {
  return { name: "as many SceneTreeTimers", run };
}

/** So many tasks that sleep for longer than anybody measures, and as many coroutines of GDScript. */
function sleepers(timers: MeasuringNode, count: number): AsyncDisposable {
  const all = spawn(
    async () => {
      // Of different lengths, so that they are in no order.
      const nap = () => sleep(days + Math.random());
      for (let i = 0; i < count; i++) spawn(nap, { start: "now" });
      await sleep(days);
    },
    { start: "now" },
  );
  timers.node.call("add_sleepers", count);
  return {
    async [Symbol.asyncDispose]() {
      all.cancel();
      timers.node.call("wake_sleepers");
      await nextFrame();
    },
  };
}
