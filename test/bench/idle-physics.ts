import { physicsFrames, spawn } from "godot-ts";
import type { Benchmark } from "./benchmark";
import type { Drains } from "./drains";

/** The driver's `_physicsProcess` in a tick that nobody waits for, while somebody waits for a later one. */
export function idlePhysics(drains: Drains): Benchmark {
  return {
    name: "idle tick of the driver's _physics_process, hot",
    unit: "ns",
    count: 20_000,
    async ours(count) {
      const task = spawn(() => physicsFrames(2 ** 40), { start: "now" });
      const nanoseconds = await drains.run("idle_physics_ours", count);
      task.cancel();
      return nanoseconds;
    },
    peers: [
      {
        name: "empty GDScript _physics_process",
        run: (count) => drains.run("idle_physics_peer", count),
      },
    ],
  };
}
