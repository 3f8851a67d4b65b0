// What the game and the editor say to each other through the engine's debugger.
import type { RowChanges } from "./row-changes";
import type { TaskRow, WaitRow } from "./task-row";

/** What the engine knows our messages by. */
export const PREFIX = "godot_ts";

/** From the game to the editor. The engine gives the editor the whole name of a message. */
export const fromGame = {
  /** With the {@link RowChanges}, encoded. */
  tasks: `${PREFIX}:tasks`,
} as const;

/** From the editor to the game, which the engine gives the name without the prefix. */
export const toGame = {
  /** With whether the game shall tell of its tasks. It does so only then. */
  watch: "watch",
  /** With the key of what is to be cancelled. */
  cancel: "cancel",
} as const;

type Flag = 0 | 1;
type PackedWait = readonly [name: string, place: string, isStuck: Flag];
type PackedRow = readonly [
  key: number,
  parent: number,
  state: TaskRow["state"],
  name: string,
  begunAt: number,
  waits: readonly PackedWait[],
];
type PackedChanges = readonly [
  isAll: Flag,
  now: number,
  taskCount: number,
  gone: readonly number[],
  rows: readonly PackedRow[],
];

/** A text without names of fields, since it is one for each row, several times a second. */
export function encodeChanges({ isAll, now, taskCount, gone, rows }: RowChanges): string {
  const packed: PackedChanges = [isAll ? 1 : 0, now, taskCount, gone, rows.map(packRow)];
  return JSON.stringify(packed);
}

/** @param text - made by {@link encodeChanges} */
export function decodeChanges(text: string): RowChanges {
  const [isAll, now, taskCount, gone, rows] = JSON.parse(text) as PackedChanges;
  return { isAll: isAll === 1, now, taskCount, gone, rows: rows.map(unpackRow) };
}

function packRow({ key, parent, state, name, begunAt, waits }: TaskRow): PackedRow {
  return [key, parent, state, name, begunAt, waits.map(packWait)];
}

function packWait({ name, place, isStuck }: WaitRow): PackedWait {
  return [name, place, isStuck ? 1 : 0];
}

function unpackRow([key, parent, state, name, begunAt, waits]: PackedRow): TaskRow {
  return { key, parent, state, name, begunAt, waits: waits.map(unpackWait) };
}

function unpackWait([name, place, isStuck]: PackedWait): WaitRow {
  return { name, place, isStuck: isStuck === 1 };
}
