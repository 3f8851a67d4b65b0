import type { RowFilter } from "./row-filter";

export interface EmptyReason {
  readonly isRunning: boolean;
  /** Whether the game has told of its tasks. */
  readonly hasTold: boolean;
  /** How many rows there are, if the filter let all of them through. */
  readonly rowCount: number;
  readonly filter: RowFilter;
}

/** What the dock says while it has nothing to show. */
export function emptyText({ isRunning, hasTold, rowCount, filter }: EmptyReason): string {
  if (!isRunning) return "Run the project to see its tasks here.";
  if (!hasTold) return "The game has not told of its tasks yet.";
  if (rowCount === 0) {
    return 'No task is running. spawn() of "godot-ts" starts one, and so does a call of an async method.';
  }
  const text = filter.text.trim();
  if (text === "") return "No task is stuck.";
  return `No ${filter.onlyStuck ? "stuck " : ""}task has "${text}" in its name.`;
}
