import { sleep, spawn, taskGroup } from "godot-ts";
import type { Benchmark, Sample } from "./benchmark";
import type { Drains } from "./drains";

/** For each task: its wait ends, its cleanup runs, it is over. */
export function cancelGroup(drains: Drains): Benchmark {
  return {
    name: "cancel a group of 10,000 tasks",
    unit: "ns",
    count: 10_000,
    async ours(count) {
      let ended = 0;
      const group = taskGroup();
      for (let i = 0; i < count; i++) {
        group.spawn(async () => {
          try {
            await sleep(Number.POSITIVE_INFINITY);
          } finally {
            ended++;
          }
        });
      }
      const nanoseconds = await drains.run("cancel_ours", count, () => group.cancel());
      if (ended !== count) throw new Error(`${ended} of ${count} tasks ended`);
      return nanoseconds;
    },
    peers: [{ name: "an AbortController", run: abort(drains) }],
  };
}

/** The same with the platform's means: as many listeners, which reject as many promises. */
function abort(drains: Drains): Sample {
  return async (count) => {
    let ended = 0;
    const controller = new AbortController();
    const { signal } = controller;
    const wait = async () => {
      try {
        await new Promise((_, reject) => {
          signal.addEventListener("abort", () => reject(signal.reason), { once: true });
        });
      } catch {
        ended++;
      }
    };
    spawn(() => {
      for (let i = 0; i < count; i++) void wait();
    });
    const nanoseconds = await drains.run("cancel_ours", count, () => controller.abort());
    if (ended !== count) throw new Error(`${ended} of ${count} waits ended`);
    return nanoseconds;
  };
}
