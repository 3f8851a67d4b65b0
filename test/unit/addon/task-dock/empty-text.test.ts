import { emptyText } from "../../../../src/addon/editor/task-dock/empty-text";

const all = { text: "", onlyStuck: false };
const told = { isRunning: true, hasTold: true };

test("without a game it says how to get one", () => {
  expect(emptyText({ isRunning: false, hasTold: false, rowCount: 0, filter: all })).toBe(
    "Run the project to see its tasks here.",
  );
});

test("of a game that has told nothing it says so", () => {
  expect(emptyText({ isRunning: true, hasTold: false, rowCount: 0, filter: all })).toBe(
    "The game has not told of its tasks yet.",
  );
});

test("of a game without tasks it says what starts one", () => {
  expect(emptyText({ ...told, rowCount: 0, filter: all })).toBe(
    'No task is running. spawn() of "godot-ts" starts one, and so does a call of an async method.',
  );
});

test("of tasks that the filter hides it says what it looked for", () => {
  expect(emptyText({ ...told, rowCount: 3, filter: { text: " bat", onlyStuck: false } })).toBe(
    'No task has "bat" in its name.',
  );
  expect(emptyText({ ...told, rowCount: 3, filter: { text: "bat", onlyStuck: true } })).toBe(
    'No stuck task has "bat" in its name.',
  );
  expect(emptyText({ ...told, rowCount: 3, filter: { text: "", onlyStuck: true } })).toBe(
    "No task is stuck.",
  );
});
