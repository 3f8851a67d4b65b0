import { all, nextFrame, spawn } from "godot-ts";
import type { Benchmark, Sample } from "./benchmark";
import type { Drains } from "./drains";

/** For each of the waits, from its beginning to the end of all. */
export function allWaits(drains: Drains): Benchmark {
  return {
    name: "all of 10,000 waits for a frame",
    unit: "ns",
    count: 10_000,
    ours: combined(drains, (waits) => all(waits)),
    peers: [{ name: "Promise.all", run: combined(drains, (waits) => Promise.all(waits)) }],
  };
}

function combined(drains: Drains, combine: (waits: Promise<void>[]) => Promise<unknown>): Sample {
  return async (count) => {
    let isOver = false;
    const nanoseconds = await drains.run("start_tasks_ours", count, () => {
      spawn(
        async () => {
          await combine(Array.from({ length: count }, () => nextFrame()));
          isOver = true;
        },
        { start: "now" },
      );
    });
    if (!isOver) throw new Error("they are not over");
    return nanoseconds;
  };
}
