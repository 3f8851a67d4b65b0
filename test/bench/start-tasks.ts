import { nextFrame, spawn } from "godot-ts";
import type { Benchmark } from "./benchmark";
import type { Drains } from "./drains";

/** For each task. */
export function startTasks(drains: Drains): Benchmark {
  return {
    name: "start a task that waits a frame and ends, 10,000 at once",
    unit: "ns",
    count: 10_000,
    async ours(count) {
      let ended = 0;
      const body = async () => {
        await nextFrame();
        ended++;
      };
      const nanoseconds = await drains.run("start_tasks_ours", count, () => {
        for (let i = 0; i < count; i++) spawn(body);
      });
      if (ended !== count) throw new Error(`${ended} of ${count} tasks ended`);
      return nanoseconds;
    },
    peers: [drains.peer("start_tasks_peer")],
  };
}
