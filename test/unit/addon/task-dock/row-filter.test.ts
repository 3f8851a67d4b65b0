import { filterRows } from "../../../../src/addon/editor/task-dock/row-filter";
import { row, wait } from "./rows";

const rows = new Map(
  [
    row(-1, { state: "scope", name: 'Level "Meadow"' }),
    row(1, { parent: -1, name: "Patrol" }),
    row(2, { parent: 1, name: "look around" }),
    row(3, { name: "music", waits: [wait("once(Player.finished)", { isStuck: true })] }),
  ].map((each) => [each.key, each]),
);

test("without a text all rows are shown", () => {
  expect(filterRows(rows, { text: " ", onlyStuck: false })).toEqual(new Set([-1, 1, 2, 3]));
});

test("a text is looked for in names, whatever the case", () => {
  expect(filterRows(rows, { text: "MUSIC", onlyStuck: false })).toEqual(new Set([3]));
});

test("with a row, what it belongs to is shown", () => {
  expect(filterRows(rows, { text: "look", onlyStuck: false })).toEqual(new Set([2, 1, -1]));
});

test("what belongs to a row is not shown for that", () => {
  expect(filterRows(rows, { text: "patrol", onlyStuck: false })).toEqual(new Set([1, -1]));
});

test("only those that are stuck can be shown", () => {
  expect(filterRows(rows, { text: "", onlyStuck: true })).toEqual(new Set([3]));
  expect(filterRows(rows, { text: "patrol", onlyStuck: true })).toEqual(new Set());
});
