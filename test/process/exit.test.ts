import { exitComplaints } from "../../tools/jest-runner/exit-complaints";
import { runGame } from "./run-game";

test("a game that quits with tasks, timers, sockets and workers pending leaves nothing behind", async () => {
  const { status, stdout, stderr } = await runGame("busy", { args: ["--verbose"] });
  expect(stdout).toContain("quitting");
  expect(exitComplaints(stdout + stderr)).toEqual([]);
  expect(status).toBe(0);
});

test("a game that quits waits for the cleanup of its tasks", async () => {
  const { status, stdout, stderr } = await runGame("cleanup", { args: ["--verbose"] });
  expect(stdout).toContain("cleaned up");
  expect(exitComplaints(stdout + stderr)).toEqual([]);
  expect(status).toBe(0);
});

test("process.exit(3) runs nothing after it, and ends the game with status 3", async () => {
  const { status, stdout, stderr } = await runGame("exit", { args: ["--verbose"] });
  expect(stdout).not.toContain("never printed");
  expect(exitComplaints(stdout + stderr)).toEqual([]);
  expect(status).toBe(3);
});

test("process.exit while the bundle is loaded ends the game with that status", async () => {
  const { status, stdout, stderr } = await runGame("exit-at-load", { args: ["--verbose"] });
  expect(exitComplaints(stdout + stderr)).toEqual([]);
  expect(status).toBe(4);
});

test("process.exit in a callback of the engine's runs nothing after it either", async () => {
  const { status, stdout } = await runGame("exit-in-a-callback");
  expect(stdout).not.toContain("never printed");
  expect(status).toBe(5);
});

test("process.exit in a task that goes on within an emission runs nothing after it either", async () => {
  const { status, stdout } = await runGame("exit-in-an-inline-wait");
  expect(stdout).not.toContain("never printed");
  expect(status).toBe(7);
});

test("process.exit in a timer ends the game with that status", async () => {
  const { status, stdout, stderr } = await runGame("exit-in-a-timer", { args: ["--verbose"] });
  expect(exitComplaints(stdout + stderr)).toEqual([]);
  expect(stderr).not.toContain("corrupted");
  expect(status).toBe(6);
});

test("a game that quits while GDScript awaits its tasks, or listens to them, is silent: nothing goes on", async () => {
  const { status, stdout, stderr } = await runGame("gdscript-awaits-at-quit", {
    args: ["--verbose"],
  });
  expect(stdout.match(/the task cleaned up/g)).toHaveLength(3);
  expect(stdout).not.toContain("went on");
  expect(exitComplaints(stdout + stderr)).toEqual([]);
  expect(status).toBe(0);
});

test("tasks whose sources are freed while the game quits are cancelled, silently", async () => {
  const { status, stdout, stderr } = await runGame("sources-freed-at-quit", {
    args: ["--verbose"],
  });
  expect(stdout).toContain("before is freed");
  expect(stdout).toContain("after is freed");
  for (const name of ["before", "after", "late", "in the tree"]) {
    expect(stdout).toContain(`${name}: CancelledError`);
  }
  expect(exitComplaints(stdout + stderr)).toEqual([]);
  expect(status).toBe(0);
});
