import { isStuck, NO_PARENT, type TaskRow } from "./task-row";

export interface RowFilter {
  /** What the name has in it, in upper or lower case. Empty for all. */
  readonly text: string;
  readonly onlyStuck: boolean;
}

/** The keys of the rows that a filter lets through, and of all that they belong to. */
export function filterRows(
  rows: ReadonlyMap<number, TaskRow>,
  { text, onlyStuck }: RowFilter,
): Set<number> {
  const wanted = text.trim().toLowerCase();
  const shown = new Set<number>();
  for (const row of rows.values()) {
    if (onlyStuck && !isStuck(row)) continue;
    if (row.name.toLowerCase().includes(wanted)) showWithParents(row, rows, shown);
  }
  return shown;
}

function showWithParents(
  row: TaskRow,
  rows: ReadonlyMap<number, TaskRow>,
  shown: Set<number>,
): void {
  let each: TaskRow | undefined = row;
  while (each !== undefined && !shown.has(each.key)) {
    shown.add(each.key);
    each = each.parent === NO_PARENT ? undefined : rows.get(each.parent);
  }
}
