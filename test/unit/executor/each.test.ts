import { each, frames, nextFrame, sleep, spawn, TestHost } from "../../../src/executor";

let host: TestHost;
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

test("it resolves to what the function returns for each item, in the order of the items", async () => {
  const task = spawn(() =>
    each([3, 1, 2], async (item, index) => {
      await frames(item);
      return `${index}: ${item}`;
    }),
  );
  await host.advanceFrames(5);
  expect(task.result).toEqual(["0: 3", "1: 1", "2: 2"]);
});

test("no more run at the same time than concurrency says", async () => {
  let running = 0;
  let most = 0;
  const task = spawn(() =>
    each(
      [1, 2, 3, 4, 5],
      async () => {
        most = Math.max(most, ++running);
        await nextFrame();
        running--;
      },
      { concurrency: 2 },
    ),
  );
  await host.advanceFrames(8);
  expect([most, task.state]).toEqual([2, "completed"]);
});

test("items are taken when there is room for them", async () => {
  let taken = 0;
  function* endless() {
    for (;;) yield taken++;
  }
  const task = spawn(() => each(endless(), () => sleep(10), { concurrency: 3 }));
  await host.advanceFrames(1);
  expect(taken).toBe(3);
  task.cancel();
  await host.advanceFrames(1);
  expect([task.state, taken]).toEqual(["cancelled", 3]);
});

test("at the first failure the others are cancelled, no more begin, and the items are closed", async () => {
  const log: string[] = [];
  function* items() {
    try {
      yield* [1, 2, 3, 4];
    } finally {
      log.push("closed");
    }
  }
  const run = async (item: number) => {
    log.push(`${item} begins`);
    try {
      await frames(item);
      if (item === 1) throw new Error("no");
    } finally {
      log.push(`${item} ends`);
    }
  };
  const task = spawn(() => each(items(), run, { concurrency: 2 }));
  task.onSettled(() => true);
  await host.advanceFrames(4);
  expect(log).toEqual(["1 begins", "2 begins", "1 ends", "2 ends", "closed"]);
  expect([task.error, host.runtime.taskCount]).toEqual([new Error("no"), 0]);
});

test("a generator that throws makes it reject", async () => {
  function* items() {
    yield 1;
    throw new Error("out of items");
  }
  const task = spawn(() => each(items(), () => sleep(10)));
  task.onSettled(() => true);
  await host.advanceFrames(3);
  expect([task.error, host.runtime.waitCount]).toEqual([new Error("out of items"), 0]);
});

test("of nothing it resolves to nothing", async () => {
  expect(await each([], () => 1)).toEqual([]);
});

test("ten thousand items that don't wait are done within the budget of the drains", async () => {
  let done = 0;
  const task = spawn(() => each(new Array(10_000).fill(0), () => ++done, { concurrency: 1 }));
  await host.advanceFrames(1);
  expect([done, task.state]).toEqual([10_000, "completed"]);
});

test("its items leave room for the others once the budget is spent", async () => {
  let done = 0;
  spawn(() =>
    each(
      [1, 2, 3, 4, 5, 6],
      () => {
        done++;
        host.spend(1);
      },
      { concurrency: 1 },
    ),
  );
  await host.turn("process");
  expect(done).toBe(2);
});

test("what it can't use is refused with errors that quote it", () => {
  expect(() => each(5 as never, () => 1)).toThrow(
    "each(items, fn) needs items that can be iterated, but got 5",
  );
  expect(() => each([], 5 as never)).toThrow(
    "each(items, fn) needs a function to run for each item, but got 5",
  );
  expect(() => each([], () => 1, { concurrency: 0 })).toThrow(
    "each's concurrency is a whole number, 1 or more, or Infinity, but got 0",
  );
});
