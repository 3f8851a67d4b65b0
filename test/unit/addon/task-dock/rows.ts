import type { TaskRow, WaitRow } from "../../../../src/addon/editor/task-dock/task-row";

/** A row as most are, but for what a test says. */
export function row(key: number, parts: Partial<TaskRow> = {}): TaskRow {
  return { key, parent: 0, state: "running", name: `task ${key}`, begunAt: 0, waits: [], ...parts };
}

export function wait(name: string, parts: Partial<WaitRow> = {}): WaitRow {
  return { name, place: "", isStuck: false, ...parts };
}
