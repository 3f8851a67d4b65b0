import { Engine, type SceneTree } from "godot";
import { frames, spawn } from "godot-ts";

/** Calls a function when the scene has run for a frame. */
export function whenRunning(run: (tree: SceneTree) => unknown): void {
  spawn(
    async () => {
      await frames(2);
      await run(Engine.getMainLoop() as SceneTree);
    },
    { name: "game" },
  );
}
