import { exitComplaints } from "../../tools/jest-runner/exit-complaints";
import { runGame } from "./run-game";

test("a change of the scene, and the game's end, cancel what lives, and say why", async () => {
  const { status, stdout, stderr } = await runGame("scene-change", { args: ["--verbose"] });
  const told = stdout.split("\n").filter((line) => /^(Meadow|Cave|quitting)/.test(line));
  expect(told).toEqual([
    "Meadow's guard watches",
    "Meadow watches",
    "Cave's guard watches",
    'Meadow\'s guard: the tasks of Guard "Guard" were cancelled: Level "Meadow", its scene, has ended',
    'Meadow: the tasks of Level "Meadow" were cancelled: its scene has ended',
    "Cave watches",
    "Meadow's guard has cleaned up",
    "Meadow has cleaned up",
    "quitting",
    'Cave: the tasks of Level "Cave" were cancelled: the game quits',
    'Cave\'s guard: the tasks of Guard "Guard" were cancelled: the game quits',
    "Cave has cleaned up",
    "Cave's guard has cleaned up",
  ]);
  expect(exitComplaints(stdout + stderr)).toEqual([]);
  expect(status).toBe(0);
});
