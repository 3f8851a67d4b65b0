import { TaskModel } from "../../../../src/addon/editor/task-dock/task-model";
import { row, wait } from "./rows";

const stuckRow = row(2, { waits: [wait("once(Door.opened)", { isStuck: true })] });
const reading = { isAll: true, now: 900, taskCount: 7, gone: [] };

test("it counts the tasks, those without a row too, and the stuck", () => {
  const model = new TaskModel();
  model.apply({ ...reading, rows: [row(-1, { state: "scope" }), row(1), stuckRow] });
  expect(model.taskCount).toBe(7);
  expect(model.shownTaskCount).toBe(2);
  expect(model.stuckCount).toBe(1);
  expect(model.now).toBe(900);
});

test("a reading of all rows takes the place of those that were known", () => {
  const model = new TaskModel();
  model.apply({ ...reading, rows: [row(1)] });
  model.apply({ ...reading, rows: [row(5)] });
  expect([...model.rows.keys()]).toEqual([5]);
});

test("after clear it knows nothing", () => {
  const model = new TaskModel();
  model.apply({ ...reading, rows: [row(1)] });
  model.clear();
  expect(model.rows.size).toBe(0);
  expect(model.taskCount).toBe(0);
});
