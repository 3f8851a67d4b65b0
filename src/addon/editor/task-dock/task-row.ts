import type { TaskState } from "../../../executor";

/** A line of the dock's tree: a living task, or a scope that something belongs to. */
export interface TaskRow {
  /** A task's number; below 0 for a scope. */
  readonly key: number;
  /** The key of what it belongs to, {@link NO_PARENT} for nothing. */
  readonly parent: number;
  readonly state: TaskState | "scope";
  readonly name: string;
  /** When the body began to run, in the game's milliseconds; {@link NOT_BEGUN} where none has. */
  readonly begunAt: number;
  readonly waits: readonly WaitRow[];
}

export interface WaitRow {
  /** What is waited for, such as `once(Timer.timeout)`. */
  readonly name: string;
  /** The line that awaits, such as `res://scripts/patrol.ts:12`; empty where it wasn't kept. */
  readonly place: string;
  /** Whether it lasts longer than the project says a wait should. */
  readonly isStuck: boolean;
}

export const NO_PARENT = 0;
export const NOT_BEGUN = -1;

export function isStuck(row: TaskRow): boolean {
  return row.waits.some((wait) => wait.isStuck);
}

/** Whether two rows show the same. */
export function isSameRow(a: TaskRow, b: TaskRow): boolean {
  return (
    a.key === b.key &&
    a.parent === b.parent &&
    a.state === b.state &&
    a.name === b.name &&
    a.begunAt === b.begunAt &&
    a.waits.length === b.waits.length &&
    a.waits.every((wait, index) => isSameWait(wait, b.waits[index]))
  );
}

function isSameWait(a: WaitRow, b: WaitRow | undefined): boolean {
  return a.name === b?.name && a.place === b.place && a.isStuck === b.isStuck;
}
