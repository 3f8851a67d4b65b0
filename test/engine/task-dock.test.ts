import { EngineDebugger } from "godot";
import { registerRuntime, terminateRuntime } from "godot-ts";
import { tree } from "./support/tree";

/** How many functions the engine calls in each frame. */
function frameListeners(): number {
  return tree().processFrame.getConnections().length;
}

test("without a debugger nothing listens to the editor, and nothing is done in a frame", () => {
  expect(EngineDebugger.isActive()).toBe(false);
  expect(EngineDebugger.hasCapture("godot_ts")).toBe(false);
  const before = frameListeners();
  terminateRuntime();
  registerRuntime();
  expect(EngineDebugger.hasCapture("godot_ts")).toBe(false);
  expect(frameListeners()).toBe(before);
});
