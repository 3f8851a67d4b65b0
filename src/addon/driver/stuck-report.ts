import { EngineDebugger, OS } from "godot";
import { type ParkedWait, type Runtime, StuckWatch } from "../../executor";
import { type NumberSetting, readNumberSetting } from "./number-setting";

const stuckAfter: NumberSetting = {
  name: "godot_ts/executor/stuck_after",
  initial: 60,
  unit: "seconds",
  range: "0,600,1,or_greater,suffix:s",
};

let watch: StuckWatch | undefined;

/**
 * Turns on what helps to find out why a task doesn't go on, in debug builds alone: the report of waits
 * that last longer than the project setting says, and, when the game runs under the debugger, the lines
 * in which waits were entered.
 */
export function watchStuck(runtime: Runtime): void {
  const seconds = readNumberSetting(stuckAfter);
  const isDebugBuild = OS.isDebugBuild();
  watch = isDebugBuild && seconds > 0 ? new StuckWatch(runtime, seconds) : undefined;
  runtime.keepsStacks = isDebugBuild && EngineDebugger.isActive();
}

/** Once a frame. */
export function reportStuck(): void {
  watch?.check();
}

/** Whether a wait was reported as one that lasts too long. */
export function isStuck(wait: ParkedWait<unknown>): boolean {
  return watch?.isStuck(wait) ?? false;
}
