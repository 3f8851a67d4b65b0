import { sleep, spawn } from "godot-ts";
import type { Benchmark } from "./benchmark";
import type { Drains } from "./drains";

const hours = 3600;

/** The driver's `_process` while nothing is due: what those that sleep cost in each frame. */
export function sleepingTasks(drains: Drains): readonly Benchmark[] {
  return [10, 1_000, 100_000].map((tasks) => ({
    name: `idle turn with ${tasks.toLocaleString("en")} tasks asleep`,
    unit: "ns",
    count: 20_000,
    async ours(count) {
      const all = spawn(
        async () => {
          // Of different lengths, so that they are in no order.
          const nap = () => sleep(hours + Math.random());
          for (let i = 0; i < tasks; i++) spawn(nap, { start: "now" });
          await sleep(hours);
        },
        { start: "now" },
      );
      const nanoseconds = await drains.run("idle_ours", count);
      all.cancel();
      return nanoseconds;
    },
    peers: [{ name: "empty GDScript _process", run: (count) => drains.run("idle_peer", count) }],
  }));
}
