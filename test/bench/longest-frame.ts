import { getExecutor, LocalPool, spawn } from "godot-ts";
import type { Benchmark } from "./benchmark";
import type { Drains } from "./drains";

const tasks = 1_000;
const budget = 2;

/** All ready at once, each works for 50 µs: how long the frame with the most of them takes. */
export function longestFrame(drains: Drains): Benchmark {
  return {
    name: "longest frame of 1,000 ready tasks of 50 µs",
    unit: "ms",
    count: 1,
    async ours() {
      const pool = getExecutor();
      if (!(pool instanceof LocalPool)) throw new Error("the benchmark needs a LocalPool");
      const before = pool.frameBudget;
      pool.frameBudget = budget;
      try {
        return await drains.run("longest_drain_ours", tasks, () => {
          for (let i = 0; i < tasks; i++) spawn(work);
        });
      } finally {
        pool.frameBudget = before;
      }
    },
    peers: [{ name: "GDScript typed", run: () => drains.run("longest_drain_peer", tasks) }],
  };
}

function work(): void {
  const end = performance.now() + 0.05;
  while (performance.now() < end);
}
