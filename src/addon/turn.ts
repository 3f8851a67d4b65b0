import type { FrameInfo, Phase, Runtime, TurnOptions } from "../executor";
import { native } from "../godot";

/** Runs one drain of a runtime, with everything that Node has to run after it. */
export function turn(
  runtime: Runtime,
  phase: Phase,
  frame: FrameInfo,
  options?: TurnOptions,
): void {
  // The event loop is turned in here, where each of its callbacks has a scope of its own.
  const hasWork = runtime.beginTurn(phase, frame, options);
  if (hasWork) native.drain(() => advance(runtime));
  else if (native.needsDrain()) native.drain(nothing);
}

function advance(runtime: Runtime): void {
  while (runtime.step()) native.runMicrotasks();
}

function nothing(): void {}
