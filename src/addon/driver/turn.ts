import type { FrameInfo, Phase, Runtime } from "../../executor";
import { native } from "../../godot";

/** Runs one drain of a runtime, with everything that Node has to run after it. */
export function turn(runtime: Runtime, phase: Phase, frame: FrameInfo): void {
  // The event loop is turned in here, where each of its callbacks has a scope of its own.
  const hasWork = runtime.beginTurn(phase, frame);
  if (hasWork) native.drain(() => advance(runtime));
  else if (native.needsDrain()) native.drain(nothing);
}

/** The same where there is nothing to run, which costs next to nothing. False where there is. */
export function rest(runtime: Runtime, phase: Phase): boolean {
  if (!runtime.tryRest(phase)) return false;
  if (native.needsDrain()) native.drain(nothing);
  return true;
}

/** Runs all drains of a frame at once, where nothing drives them in their places. */
export function turnAll(runtime: Runtime, frame: FrameInfo): void {
  for (const phase of runtime.usedPhases()) turn(runtime, phase, frame);
}

function advance(runtime: Runtime): void {
  while (runtime.step()) native.runMicrotasks();
}

function nothing(): void {}
