import fc from "fast-check";
import { decodeChanges, encodeChanges } from "../../../../src/addon/editor/task-dock/messages";
import { RowHistory } from "../../../../src/addon/editor/task-dock/row-changes";
import { TaskModel } from "../../../../src/addon/editor/task-dock/task-model";
import type { TaskRow } from "../../../../src/addon/editor/task-dock/task-row";
import { row, wait } from "./rows";

test("at first all rows are new", () => {
  const rows = [row(1), row(2)];
  expect(new RowHistory().next(rows, 5, 2)).toEqual({
    isAll: true,
    now: 5,
    taskCount: 2,
    rows,
    gone: [],
  });
});

test("then only those that are new, that show something else, or that are gone", () => {
  const history = new RowHistory();
  history.next([row(1), row(2), row(3, { waits: [wait("sleep(1)")] })], 0, 3);
  const changed = row(3, { waits: [wait("sleep(2)")] });
  expect(history.next([row(1), changed, row(4)], 250, 3)).toEqual({
    isAll: false,
    now: 250,
    taskCount: 3,
    rows: [changed, row(4)],
    gone: [2],
  });
});

test("nothing is sent of rows that stay as they are", () => {
  const history = new RowHistory();
  history.next([row(1, { waits: [wait("sleep(1)")] })], 0, 1);
  const changes = history.next([row(1, { waits: [wait("sleep(1)")] })], 250, 1);
  expect(encodeChanges(changes)).toBe("[0,250,1,[],[]]");
});

test("a row's text in a message has no names of fields", () => {
  const patrol = row(7, {
    parent: -1,
    name: "patrol",
    begunAt: 12,
    waits: [wait("until()", { place: "res://a.ts:3", isStuck: true })],
  });
  const text = encodeChanges({ isAll: true, now: 20, taskCount: 1, rows: [patrol], gone: [] });
  expect(text).toBe('[1,20,1,[],[[7,-1,"running","patrol",12,[["until()","res://a.ts:3",1]]]]]');
});

const states = ["queued", "running", "cancelling", "scope"] as const;
const waits = fc.array(
  fc.record({ name: fc.string(), place: fc.string(), isStuck: fc.boolean() }),
  { maxLength: 2 },
);
const rowLists: fc.Arbitrary<TaskRow[]> = fc.uniqueArray(
  fc.record({
    key: fc.integer({ min: -5, max: 5 }),
    parent: fc.integer({ min: -5, max: 5 }),
    state: fc.constantFrom(...states),
    name: fc.string({ unit: "grapheme" }),
    begunAt: fc.integer({ min: -1 }),
    waits,
  }),
  { selector: (each) => each.key },
);

test("by the changes it was sent, the editor knows the rows of the game", () => {
  fc.assert(
    fc.property(fc.array(rowLists), (readings) => {
      const history = new RowHistory();
      const model = new TaskModel();
      for (const [index, rows] of readings.entries()) {
        model.apply(decodeChanges(encodeChanges(history.next(rows, index, rows.length))));
        expect(model.rows).toEqual(new Map(rows.map((each) => [each.key, each])));
      }
    }),
  );
});
