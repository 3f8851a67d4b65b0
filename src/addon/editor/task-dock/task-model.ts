import type { RowChanges } from "./row-changes";
import { isStuck, type TaskRow } from "./task-row";

/** What the editor knows of a game's tasks. */
export class TaskModel {
  readonly #rows = new Map<number, TaskRow>();
  #now = 0;
  #taskCount = 0;

  /** By their keys. */
  get rows(): ReadonlyMap<number, TaskRow> {
    return this.#rows;
  }

  /** When the game told of its tasks last, in its own milliseconds. */
  get now(): number {
    return this.#now;
  }

  /** How many tasks live in the game; more than have a row, where they are too many. */
  get taskCount(): number {
    return this.#taskCount;
  }

  get stuckCount(): number {
    return [...this.#rows.values()].filter(isStuck).length;
  }

  get shownTaskCount(): number {
    return [...this.#rows.values()].filter((row) => row.state !== "scope").length;
  }

  apply({ isAll, now, taskCount, rows, gone }: RowChanges): void {
    if (isAll) this.#rows.clear();
    for (const key of gone) this.#rows.delete(key);
    for (const row of rows) this.#rows.set(row.key, row);
    this.#now = now;
    this.#taskCount = taskCount;
  }

  /** Forgets everything, for a game that is over. */
  clear(): void {
    this.#rows.clear();
    this.#now = 0;
    this.#taskCount = 0;
  }
}
