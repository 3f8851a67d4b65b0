import { EngineDebugger, OS, ProjectSettings, PropertyHint, Variant } from "godot";
import { type ParkedWait, type Runtime, StuckWatch } from "../../executor";
import { warn } from "../log/report";

const stuckSetting = "godot_ts/executor/stuck_after";
const defaultStuckAfter = 60;

let watch: StuckWatch | undefined;

/**
 * Turns on what helps to find out why a task doesn't go on, in debug builds alone: the report of waits
 * that last longer than the project setting says, and, when the game runs under the debugger, the lines
 * in which waits were entered.
 */
export function watchStuck(runtime: Runtime): void {
  const seconds = stuckAfter();
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

/** The project setting, which this shows in the editor. */
function stuckAfter(): number {
  if (!ProjectSettings.hasSetting(stuckSetting)) {
    ProjectSettings.setSetting(stuckSetting, defaultStuckAfter);
  }
  ProjectSettings.setInitialValue(stuckSetting, defaultStuckAfter);
  ProjectSettings.addPropertyInfo({
    name: stuckSetting,
    type: Variant.Type.TYPE_FLOAT,
    hint: PropertyHint.PROPERTY_HINT_RANGE,
    hint_string: "0,600,1,or_greater,suffix:s",
  });
  const value = ProjectSettings.getSetting(stuckSetting);
  if (typeof value === "number" && value >= 0) return value;
  warn(`the project setting ${stuckSetting} must be a number of seconds, 0 or more`);
  return defaultStuckAfter;
}
