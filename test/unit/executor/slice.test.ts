import { forEachSliced, nextFrame, slice, spawn, TestHost } from "../../../src/executor";

let host: TestHost;
beforeEach(() => {
  host = new TestHost({ frameBudget: 2 });
});
afterEach(() => host.terminate());

test("slice goes on at once while the budget lasts, and in the next drain when it is spent", async () => {
  const perDrain: number[] = [0, 0, 0];
  let drain = 0;
  spawn(async () => {
    for (let i = 0; i < 5; i++) {
      perDrain[drain] = (perDrain[drain] ?? 0) + 1;
      host.spend(1);
      await slice();
    }
  });
  for (; drain < 3; drain++) await host.turn("process");
  expect(perDrain).toEqual([2, 2, 1]);
});

test("others run while a slice waits", async () => {
  const log: string[] = [];
  const work = async (name: string) => {
    for (let i = 0; i < 2; i++) {
      log.push(`${name}${i}`);
      host.spend(3);
      await slice();
    }
  };
  spawn(() => work("a"));
  spawn(() => work("b"));
  for (let i = 0; i < 4; i++) await host.turn("process");
  expect(log).toEqual(["a0", "b0", "a1", "b1"]);
});

test("forEachSliced does all items, in order, over as many drains as they need", async () => {
  const done: string[] = [];
  const task = spawn(() =>
    forEachSliced(["a", "b", "c", "d", "e"], (item, index) => {
      done.push(`${index}${item}`);
      host.spend(1);
    }),
  );
  await host.turn("process");
  expect(done).toEqual(["0a", "1b"]);
  await host.turn("process");
  await host.turn("process");
  expect([done, task.state]).toEqual([["0a", "1b", "2c", "3d", "4e"], "completed"]);
});

test("the budget also counts for what goes on in an exact frame", async () => {
  let done = 0;
  spawn(
    async () => {
      await nextFrame();
      await forEachSliced([1, 2, 3, 4, 5], () => {
        done++;
        host.spend(1);
      });
    },
    { start: "now" },
  );
  await host.turn("process");
  expect(done).toBe(2);
});

test("forEachSliced does one item a drain, however long it takes", async () => {
  let done = 0;
  spawn(() =>
    forEachSliced([1, 2, 3], () => {
      done++;
      host.spend(10);
    }),
  );
  await host.turn("process");
  await host.turn("process");
  expect(done).toBe(2);
});

test("forEachSliced awaits what is async, and rejects with what fails", async () => {
  const log: number[] = [];
  const task = spawn(() =>
    forEachSliced([1, 2], async (item) => {
      await nextFrame();
      log.push(item);
      if (item === 2) throw new Error("no more");
    }),
  );
  task.onSettled(() => true);
  await host.advanceFrames(4);
  expect([log, task.error]).toEqual([[1, 2], new Error("no more")]);
});

test("forEachSliced closes its items when the task is cancelled", async () => {
  let isClosed = false;
  function* items() {
    try {
      for (let i = 0; ; i++) yield i;
    } finally {
      isClosed = true;
    }
  }
  const task = spawn(() => forEachSliced(items(), () => host.spend(1)));
  await host.turn("process");
  task.cancel();
  await host.turn("process");
  expect([isClosed, task.state]).toEqual([true, "cancelled"]);
});

test("something that isn't a function is refused with an error that quotes it", async () => {
  await expect(forEachSliced([1], 5 as never)).rejects.toThrow(
    "forEachSliced(items, fn) needs a function to call for each item, but got 5",
  );
});
