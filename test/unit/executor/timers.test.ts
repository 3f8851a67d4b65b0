import fc from "fast-check";
import { type TimerEntry, TimerQueue } from "../../../src/executor/timers";

interface Timer extends TimerEntry {
  readonly label: number;
}

const timer = (due: number, label: number): Timer => ({ due, label, order: 0, slot: -1 });

function drain(queue: TimerQueue<Timer>, time = Number.POSITIVE_INFINITY): number[] {
  const labels: number[] = [];
  for (let t = queue.takeDue(time); t !== undefined; t = queue.takeDue(time)) labels.push(t.label);
  return labels;
}

test("timers come by due time, and those due together in the order they were added", () => {
  const dues = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 200 });
  fc.assert(
    fc.property(dues, (times) => {
      const queue = new TimerQueue<Timer>();
      for (const [label, due] of times.entries()) queue.add(timer(due, label));
      const sorted = [...times.keys()].sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
      expect(drain(queue)).toEqual(sorted);
    }),
  );
});

test("removed timers never come, and the others keep their order", () => {
  const timers = fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.boolean()), {
    maxLength: 200,
    size: "max",
  });
  fc.assert(
    fc.property(timers, (specs) => {
      const queue = new TimerQueue<Timer>();
      const entries = specs.map(([due], label) => timer(due, label));
      for (const entry of entries) queue.add(entry);
      for (const [label, entry] of entries.entries()) if (specs[label]?.[1]) queue.remove(entry);
      const kept = entries.filter((_, label) => !specs[label]?.[1]);
      const sorted = kept.sort((a, b) => a.due - b.due || a.label - b.label);
      expect(drain(queue)).toEqual(sorted.map((entry) => entry.label));
      expect(queue.size).toBe(0);
    }),
  );
});

test("only what is due is taken", () => {
  const queue = new TimerQueue<Timer>();
  for (const due of [3, 1, 2]) queue.add(timer(due, due));
  expect(drain(queue, 2)).toEqual([1, 2]);
  expect(queue.nextDue).toBe(3);
});

test("an empty queue is never due", () => {
  expect(new TimerQueue<Timer>().nextDue).toBe(Number.POSITIVE_INFINITY);
});

test("removing a timer twice changes nothing", () => {
  const queue = new TimerQueue<Timer>();
  const entry = timer(1, 1);
  queue.add(entry);
  queue.add(timer(2, 2));
  queue.remove(entry);
  queue.remove(entry);
  expect(drain(queue)).toEqual([2]);
});
