import { performance } from "node:perf_hooks";
import type { Host, Task } from "../executor";
import { isCancellation } from "../executor";
import { native } from "../godot";
import { reportError, warn } from "./report";

/** The executor's host inside Godot. */
export const engineHost: Host = {
  now: () => performance.now(),
  turnIo: () => native.turnIo(),
  warn,
  reportError(error: unknown, task?: Task) {
    reportError(error, task === undefined ? "a listener" : `task "${task.name}"`);
  },
};

/** Has Node report what it would end the process for. */
export function installProcessHandlers(): void {
  process.setUncaughtExceptionCaptureCallback((error) => reportError(error, "uncaught exception"));
  process.on("unhandledRejection", (reason) => {
    if (!isCancellation(reason)) reportError(reason, "unhandled rejection");
  });
}
