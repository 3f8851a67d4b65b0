import {
  ageText,
  countText,
  placeOfRow,
  shortPlace,
  stateText,
  waitsText,
} from "../../../../src/addon/editor/task-dock/row-text";
import { row, wait } from "./rows";

test.each([
  [0, "0.0 s"],
  [3_249, "3.2 s"],
  [9_999, "9.9 s"],
  [45_900, "45 s"],
  [125_000, "2 min 05 s"],
  [5_400_000, "1 h 30 min"],
])("an age of %d ms is %s", (age, text) => {
  expect(ageText(row(1, { begunAt: 1000 }), 1000 + age)).toBe(text);
});

test("what has not begun has no age", () => {
  expect(ageText(row(1, { begunAt: -1 }), 1000)).toBe("");
});

test("a running task that waits is waiting, and one that waits too long is stuck", () => {
  expect(stateText(row(1))).toBe("running");
  expect(stateText(row(1, { waits: [wait("sleep(1)")] }))).toBe("waiting");
  expect(stateText(row(1, { waits: [wait("until()", { isStuck: true })] }))).toBe("stuck");
  expect(stateText(row(1, { state: "cancelling", waits: [wait("sleep(1)")] }))).toBe("cancelling");
  expect(stateText(row(-1, { state: "scope" }))).toBe("");
});

test("several waits are all named, and the line is that of the first whose line is known", () => {
  const both = row(1, { waits: [wait("sleep(1)"), wait("until()", { place: "res://b/c.ts:4" })] });
  expect(waitsText(both)).toBe("sleep(1) and until()");
  expect(placeOfRow(both)).toBe("res://b/c.ts:4");
  expect(shortPlace(placeOfRow(both))).toBe("b/c.ts:4");
  expect(placeOfRow(row(1))).toBe("");
});

test("the count says how many are stuck, and whether not all are shown", () => {
  expect(countText({ tasks: 1, shown: 1, stuck: 0 })).toBe("1 task");
  expect(countText({ tasks: 12, shown: 12, stuck: 2 })).toBe("12 tasks, 2 stuck");
  expect(countText({ tasks: 9000, shown: 2000, stuck: 0 })).toBe(
    "9000 tasks, the first 2000 are shown",
  );
});
