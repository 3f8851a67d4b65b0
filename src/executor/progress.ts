import { currentTask } from "./current-task";
import { quote } from "./quote";
import { RuntimeError } from "./runtime-error";

/**
 * Tells whoever listens how far the current task has come: a fraction of 0 to 1, and in words what it
 * is doing. GDScript hears `progressed(fraction, note)` of the `AsyncTask`; TypeScript, what it gave
 * to `task.onProgress`.
 *
 * When to use: in work of several steps that a loading screen shows.
 *
 * @throws RuntimeError outside of a task.
 * @throws RangeError for a fraction below 0 or above 1.
 *
 * @example
 * for (const [index, level] of levels.entries()) {
 *   progress(index / levels.length, level.title);
 *   await level.load();
 * }
 */
export function progress(fraction: number, note = ""): void {
  const task = currentTask();
  if (task === undefined) {
    throw new RuntimeError(
      "noTask",
      "progress() tells how far the task around it has come, but there is none: call it within spawn(…)",
    );
  }
  task.progress(fraction, note);
}

/** @throws RangeError for anything but a number of 0 to 1. */
export function checkFraction(fraction: number): void {
  if (typeof fraction === "number" && fraction >= 0 && fraction <= 1) return;
  throw new RangeError(`progress(fraction) needs a number of 0 to 1, but got ${quote(fraction)}`);
}
