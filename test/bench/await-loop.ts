import { once, spawn } from "godot-ts";
import type { Benchmark } from "./benchmark";
import type { Drains } from "./drains";

/**
 * A task in a loop of `await once(signal)`, which sees one emission a drain: so each is followed by
 * a drain of the driver's, which is part of the figure. GDScript resumes within the emission.
 */
export function awaitLoop(drains: Drains): Benchmark {
  return {
    name: "await once(signal) in a loop, each emission with a drain",
    unit: "ns",
    count: 5_000,
    async ours(count) {
      let seen = 0;
      const task = spawn(async () => {
        for (; seen < count; seen++) await once(drains.ping);
      });
      const nanoseconds = await drains.run("await_loop_ours", count);
      await task;
      return nanoseconds;
    },
    peers: [drains.peer("await_loop_peer")],
  };
}
