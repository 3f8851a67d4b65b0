import { nextFrame, spawn, type Task } from "godot-ts";
import type { Benchmark } from "./benchmark";
import type { Drains } from "./drains";

const tasks = 1_000;
const frames = 100;

/** A thousand tasks, each of which waits for a frame, again and again: for each wait. */
export function wakeAndPark(drains: Drains): Benchmark {
  return {
    name: "wake and park again, 1,000 tasks",
    unit: "ns",
    count: tasks * frames,
    async ours(count) {
      const all: Task[] = [];
      const body = async () => {
        for (;;) await nextFrame();
      };
      const nanoseconds = await drains.run("wake_and_park_ours", count, () => {
        for (let i = 0; i < tasks; i++) all.push(spawn(body));
      });
      for (const task of all) task.cancel();
      return nanoseconds;
    },
    peers: [drains.peer("wake_and_park_peer")],
  };
}
