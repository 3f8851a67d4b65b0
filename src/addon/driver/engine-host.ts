import { performance } from "node:perf_hooks";
import type { Host, Task } from "../../executor";
import { isAbort } from "../../executor";
import { native } from "../../godot";
import { reportError, warn } from "../log/report";
import { topFrame } from "../log/stack-trace";
import { wantPhase } from "./extra-phases";

/** The executor's host inside Godot. */
export const engineHost: Host = {
  now: () => performance.now(),
  turnIo: () => native.turnIo(),
  runMicrotasks: () => native.runMicrotasks(),
  warn,
  placeOf(stack: string) {
    const frame = topFrame(stack);
    return frame === undefined ? undefined : `${frame.file}:${frame.line}`;
  },
  wantPhase,
  reportError(error: unknown, task?: Task) {
    reportError(error, task === undefined ? "a listener" : `task "${task.name}"`);
  },
};

/** Has Node report what it would end the process for. */
export function installProcessHandlers(): void {
  process.setUncaughtExceptionCaptureCallback((error: unknown) => {
    if (error !== exiting) reportError(error, "uncaught exception");
  });
  process.on("unhandledRejection", (reason) => {
    if (!isAbort(reason)) reportError(reason, "unhandled rejection");
  });
  leaveAsyncScopesOnExit();
}

/**
 * process.exit ends the JavaScript on the stack at once, without the `finally` in which Node's timers
 * leave the async scope of their callback, and Node would take that for a corrupted state. It leaves
 * them all after an exception that was captured: so it is given one.
 */
function leaveAsyncScopesOnExit(): void {
  process.on("exit", () => {
    const { _fatalException } = process as { _fatalException?: (error: unknown) => void };
    _fatalException?.call(process, exiting);
  });
}

const exiting = Symbol("process.exit");
