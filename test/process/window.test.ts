import { spawnSync } from "node:child_process";
import { runGame } from "./run-game";

/** A game in a window needs a screen to show it on. */
const hasScreen = spawnSync("xvfb-run", ["--help"]).error === undefined;
const testInWindow = hasScreen ? test : test.skip;

testInWindow(
  "a frame that is drawn has its draw phases around the drawing, then late",
  async () => {
    const { stdout } = await runGame("draws", { isInWindow: true });
    expect(stdout).toContain('phases: [["preDraw",true,0],["postDraw",true,0],["late",null,1]]');
  },
);
