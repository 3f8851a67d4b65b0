import { awaited } from "./awaited";
import type { Runtime } from "./runtime";
import type { Task } from "./task";

/** A failure that nobody handled. */
export interface ReportedError {
  readonly error: unknown;
  /** The task that failed; undefined for a failing listener. */
  readonly task: Task | undefined;
}

/** A test has ended, and left tasks, waits, or failures that nobody has looked at. */
export class LeftoverError extends Error {
  override readonly name = "LeftoverError";
}

/**
 * What is left in a runtime, as an error that names each; undefined when it is nothing. A task that
 * was cancelled, and has yet to clean up, is not left.
 */
export function leftoverError(
  runtime: Runtime,
  errors: readonly ReportedError[],
): LeftoverError | undefined {
  const lines: string[] = [];
  for (const task of runtime.allTasks()) {
    if (task.state === "cancelling") continue;
    const wait = task.waitsFor === undefined ? "" : `, waits for ${task.waitsFor}`;
    lines.push(`task "${task.name}" is ${task.state}${wait}`);
  }
  for (const scope of runtime.allScopes()) {
    for (const wait of awaited(scope.waits)) lines.push(`a wait of ${scope.name}: ${wait.name}`);
  }
  for (const wait of awaited(runtime.waits)) lines.push(`a wait outside of any task: ${wait.name}`);
  for (const { error, task } of errors) {
    const who = task === undefined ? "a listener" : `task "${task.name}"`;
    lines.push(`${who} failed, and nobody handled it: ${error}`);
  }
  if (lines.length === 0) return undefined;
  const cause = errors[0]?.error;
  return new LeftoverError(`the test has left\n  ${lines.join("\n  ")}`, { cause });
}
