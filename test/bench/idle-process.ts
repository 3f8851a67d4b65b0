import type { Benchmark } from "./benchmark";
import type { Drains } from "./drains";

/** The driver's `_process` with nothing to do: the event loop, the timers, a drain. */
export function idleProcess(drains: Drains): Benchmark {
  return {
    name: "idle turn of the driver's _process, hot",
    unit: "ns",
    count: 20_000,
    ours: (count) => drains.run("idle_ours", count),
    peers: [{ name: "empty GDScript _process", run: (count) => drains.run("idle_peer", count) }],
  };
}
