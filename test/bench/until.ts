import { spawn, until } from "godot-ts";
import type { Benchmark } from "./benchmark";
import type { Drains } from "./drains";

const PREDICATES = 1_000;

/** A frame in which nothing happens, for each of so many predicates that don't hold. */
export function untilPredicates(drains: Drains): Benchmark {
  return {
    name: "until with 1,000 predicates, a frame for each of them",
    unit: "ns",
    count: 200 * PREDICATES,
    async ours(count) {
      let isOver = false;
      const tasks = Array.from({ length: PREDICATES }, () => spawn(() => until(() => isOver)));
      const nanoseconds = await drains.run("idle_after_start_ours", count / PREDICATES);
      isOver = true;
      await Promise.all(tasks);
      return nanoseconds;
    },
    peers: [drains.peer("until_peer")],
  };
}
