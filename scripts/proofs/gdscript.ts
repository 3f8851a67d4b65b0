import assert from "node:assert/strict";
import type { Timer } from "godot";
import { coroutine, once } from "godot-ts";
import type { Demo } from "../demo";

/** GDScript awaits TypeScript, TypeScript awaits GDScript, and a signal of the engine's. */
export async function gdscript(demo: Demo): Promise<string> {
  const hero = demo.getNode("%Hero");
  const timer = demo.getNode<Timer>("%Timer");

  // Within, GDScript awaits an async method of ScoreBoard.
  const praise = await coroutine<string>(hero.call("praise", demo.getNode("%ScoreBoard")));
  const steps = await coroutine<number>(hero.call("walk", 12));
  timer.start(0.05);
  await once(timer.timeout);

  assert.equal(praise, "Well played, Barbara!");
  assert.equal(steps, 12);
  return `"${praise}" says the hero, walks ${steps} steps and rests until the timer rings`;
}
