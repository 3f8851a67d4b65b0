import assert from "node:assert/strict";
import { frames, nextFrame, spawn } from "godot-ts";

/** A task that throws, which is reported with its line, and one that is cancelled. */
export async function errors(): Promise<string> {
  const chest = spawn(openChest);
  const guard = spawn(patrol);
  await frames(5);
  guard.cancel("the hero has sneaked past");
  await frames(2);

  assert.equal(chest.state, "failed");
  assert.equal(guard.state, "cancelled");
  assert.equal(hasSheathed, true, "the guard's finally did not run");
  return `one task threw and the game went on, one was cancelled after ${steps} steps and cleaned up`;
}

async function openChest(): Promise<void> {
  await nextFrame();
  throw new Error("The chest is a mimic! (Thrown on purpose, to be seen here.)");
}

let steps = 0;
let hasSheathed = false;

async function patrol(): Promise<void> {
  try {
    for (;;) {
      await nextFrame();
      steps++;
    }
  } finally {
    hasSheathed = true;
  }
}
