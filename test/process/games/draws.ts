// Prints the draw phases of a frame that is drawn, and whether it was.
import { Engine } from "godot";
import { nextFrame } from "godot-ts";
import { whenRunning } from "./when-running";

whenRunning(async (tree) => {
  const log: unknown[] = [];
  await nextFrame({ phase: "late" });
  const waits = (["preDraw", "postDraw", "late"] as const).map(async (phase) => {
    const drawsBefore = Number(Engine.getFramesDrawn());
    const frame = (await nextFrame({ phase })) as { drawn: boolean } | undefined;
    log.push([phase, frame?.drawn, Number(Engine.getFramesDrawn()) - drawsBefore]);
  });
  await Promise.all(waits);
  console.log(`phases: ${JSON.stringify(log)}`);
  tree.quit();
});
