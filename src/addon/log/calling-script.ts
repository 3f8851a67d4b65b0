import { Engine } from "godot";

/**
 * An error of whoever called from a script, with the place of the call at its end. For checks within the
 * call itself: later, the scripts that run are others. In a release build the engine does not tell.
 */
export function withCaller<E extends Error>(error: E): E {
  for (const trace of Engine.captureScriptBacktraces()) {
    if (trace.getFrameCount() === 0) continue;
    error.message += ` (called at ${trace.getFrameFile(0)}:${trace.getFrameLine(0)})`;
    break;
  }
  return error;
}
