import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { nextFrame, sleep, spawn } from "godot-ts";
import type { Demo } from "../demo";
import type { Score, ScoreBoard } from "../score-board";

const table: readonly Score[] = [
  { player: "Ada", points: 1815 },
  { player: "Grace", points: 1906 },
  { player: "Alan", points: 1912 },
  { player: "Edsger", points: 1930 },
  { player: "Barbara", points: 1939 },
];

/** A score table fetched from a slow server, which is one of Node's own, while frames go on. */
export async function network(demo: Demo): Promise<string> {
  await using server = createServer(async (_request, response) => {
    await sleep(0.15);
    response.end(JSON.stringify(table));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  let frames = 0;
  let longest = 0;
  await using _watch = spawn(async () => {
    for (let last = performance.now(); ; frames++) {
      await nextFrame();
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }
  });
  const board = demo.getNode<ScoreBoard>("%ScoreBoard");
  const count = await board.refresh(`http://127.0.0.1:${port}/scores.json`);

  assert.deepEqual(board.scores, table, "the scores are not those of the server");
  assert.ok(frames > 0, "the game stood still");
  return `${count} scores fetched over HTTP while ${frames} frames went by, the longest ${longest.toFixed(1)} ms`;
}
