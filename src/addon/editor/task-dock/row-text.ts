// How the dock words what it shows.
import { isStuck, NOT_BEGUN, type TaskRow } from "./task-row";

/** Such as `running`, `waiting`, `stuck`. Nothing for a scope. */
export function stateText(row: TaskRow): string {
  if (isStuck(row)) return "stuck";
  if (row.state === "scope") return "";
  return row.state === "running" && row.waits.length > 0 ? "waiting" : row.state;
}

/** Such as `3.2 s`, `45 s`, `2 min 05 s`, `1 h 30 min`. Nothing for what has not begun. */
export function ageText(row: TaskRow, now: number): string {
  if (row.begunAt === NOT_BEGUN) return "";
  const tenths = Math.max(0, Math.floor((now - row.begunAt) / 100));
  if (tenths < 100) return `${(tenths / 10).toFixed(1)} s`;
  const seconds = Math.floor(tenths / 10);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${twoDigits(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${twoDigits(minutes % 60)} min`;
}

/** What it waits for, such as `once(Timer.timeout)`. */
export function waitsText(row: TaskRow): string {
  return row.waits.map((wait) => wait.name).join(" and ");
}

/** Where it waits, such as `res://scripts/patrol.ts:12`; empty where that isn't known. */
export function placeOfRow(row: TaskRow): string {
  return row.waits.find((wait) => wait.place !== "")?.place ?? "";
}

/** A place without what all of them begin with. */
export function shortPlace(place: string): string {
  return place.replace(/^res:\/\//, "");
}

export interface Counts {
  readonly tasks: number;
  /** How many of them have a row. */
  readonly shown: number;
  readonly stuck: number;
}

/** Such as `12 tasks, 1 stuck`. */
export function countText({ tasks, shown, stuck }: Counts): string {
  const parts = [tasks === 1 ? "1 task" : `${tasks} tasks`];
  if (shown < tasks) parts.push(`the first ${shown} are shown`);
  if (stuck > 0) parts.push(`${stuck} stuck`);
  return parts.join(", ");
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
