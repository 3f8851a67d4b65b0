import assert from "node:assert/strict";
import type { Demo } from "../demo";
import type { ScoreBoard } from "../score-board";

/** The scores, saved to a file and read back. */
export async function files(demo: Demo): Promise<string> {
  const board = demo.getNode<ScoreBoard>("%ScoreBoard");
  const { scores } = board;

  await board.save("user://scores.json");
  board.scores = [];
  await board.restore("user://scores.json");

  assert.deepEqual(board.scores, scores, "the file gave back something else");
  return `${scores.length} scores saved to user://scores.json and read back`;
}
