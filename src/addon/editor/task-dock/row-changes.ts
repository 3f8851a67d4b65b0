import { isSameRow, type TaskRow } from "./task-row";

/** What is different between two readings of the rows. */
export interface RowChanges {
  /** Whether these are all rows there are, and those that were known don't count. */
  readonly isAll: boolean;
  /** When the rows were read, in the game's milliseconds. */
  readonly now: number;
  /** How many tasks live, those without a row included. */
  readonly taskCount: number;
  /** The rows that are new, or show something else, each after what it belongs to. */
  readonly rows: readonly TaskRow[];
  /** The keys of the rows that are no longer there. */
  readonly gone: readonly number[];
}

/** Remembers the rows that were read last, to tell what is different in the next ones. */
export class RowHistory {
  #last: Map<number, TaskRow> | undefined;

  /** Takes the rows that are there now, and returns what is different: at first everything. */
  next(rows: readonly TaskRow[], now: number, taskCount: number): RowChanges {
    const last = this.#last;
    const current = new Map(rows.map((row) => [row.key, row]));
    this.#last = current;
    if (last === undefined) return { isAll: true, now, taskCount, rows, gone: [] };
    const gone = [...last.keys()].filter((key) => !current.has(key));
    const changed = rows.filter((row) => {
      const before = last.get(row.key);
      return before === undefined || !isSameRow(before, row);
    });
    return { isAll: false, now, taskCount, rows: changed, gone };
  }
}
