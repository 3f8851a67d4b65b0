import { frames, nextFrame, physicsFrame, physicsFrames, spawn } from "godot-ts";
import type { Benchmark } from "./benchmark";
import type { Drains } from "./drains";

const never = 2 ** 40;

/** What the engine does in a frame for the phases that nobody waits for, after somebody has in each. */
export function unusedPhases(drains: Drains): Benchmark {
  return {
    name: "phases that nobody waits for any more: physics, preDraw and postDraw, a frame",
    unit: "ns",
    count: 20_000,
    async ours(count) {
      await physicsFrame();
      await nextFrame({ phase: "preDraw" });
      await nextFrame({ phase: "postDraw" });
      await frames(2);
      return await drains.run("phases_ours", count);
    },
    peers: [
      {
        name: "as many signals that nobody hears",
        run: (count) => drains.run("phases_peer", count),
      },
      {
        name: "somebody waits in each",
        async run(count) {
          const tasks = [
            spawn(() => physicsFrames(never)),
            spawn(() => frames(never, { phase: "preDraw" })),
            spawn(() => frames(never, { phase: "postDraw" })),
          ];
          await frames(2);
          const nanoseconds = await drains.run("phases_ours", count);
          for (const task of tasks) task.cancel();
          return nanoseconds;
        },
      },
    ],
  };
}
