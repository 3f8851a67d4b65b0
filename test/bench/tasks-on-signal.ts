import { once, spawn } from "godot-ts";
import type { Benchmark } from "./benchmark";
import type { Drains } from "./drains";

/** Start them, emit once, all resume and end. For each task. */
export function tasksOnSignal(drains: Drains): Benchmark {
  return {
    name: "1,000 tasks on one signal: start, wake, end",
    unit: "ns",
    count: 1_000,
    async ours(count) {
      let ended = 0;
      const body = async () => {
        await once(drains.ping);
        ended++;
      };
      const nanoseconds = await drains.run("tasks_on_signal_ours", count, () => {
        for (let i = 0; i < count; i++) spawn(body);
      });
      if (ended !== count) throw new Error(`${ended} of ${count} tasks ended`);
      return nanoseconds;
    },
    peers: [drains.peer("tasks_on_signal_peer")],
  };
}
