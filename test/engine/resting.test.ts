import { readFile } from "node:fs/promises";
import { Engine } from "godot";
import { type AsyncExecutorDriver, nextFrame, sleep, spawn } from "godot-ts";
import { tree } from "./support/tree";

const driver = () => tree().root.getNode("AsyncExecutorDriver") as AsyncExecutorDriver;

/** Waits, by Node's means alone, until the driver has nothing to do. */
function untilItRests(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (driver().isProcessing()) return;
      clearInterval(timer);
      resolve();
    }, 1);
  });
}

beforeEach(untilItRests);

test("the driver's _process is off while nothing runs, and on while something is waited for", async () => {
  expect(driver().isProcessing()).toBe(false);
  const task = spawn(() => sleep(0.01));
  await task;
  expect(driver().isProcessing()).toBe(true);
});

test("a wait of code outside of any task wakes it", async () => {
  const before = Engine.getProcessFrames();
  await nextFrame();
  await nextFrame();
  expect(Number(Engine.getProcessFrames()) - Number(before)).toBeGreaterThan(0);
});

test("Node's event loop is turned while it rests", async () => {
  expect(await readFile("/proc/self/comm", "utf8")).toContain("godot");
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => process.nextTick(resolve));
});
