import { frames, nextFrame, sleep, spawn, TestHost } from "../../../src/executor";

let host: TestHost;
beforeEach(() => {
  host = new TestHost({ frameBudget: 2 });
});
afterEach(() => host.terminate());

/** Takes time that the drain's budget knows of. */
function work(milliseconds: number): () => void {
  return () => host.spend(milliseconds);
}

test("a task that begins and a wait that is delivered are each released, once", async () => {
  spawn(async () => {
    await nextFrame();
    await sleep(0);
  });
  await host.advanceFrames(4);
  expect(host.runtime.counters.released).toBe(3);
});

test("a wait for several frames is released in the last of them", async () => {
  spawn(() => frames(3));
  await host.advanceFrames(2);
  expect(host.runtime.counters.released).toBe(1);
  await host.advanceFrames(4);
  expect(host.runtime.counters.released).toBe(2);
});

test("what was released in a frame is told from the next one on", async () => {
  for (let i = 0; i < 5; i++) spawn(() => sleep(1));
  await host.advanceFrames(2);
  expect(host.runtime.counters.releasedInFrame).toBe(5);
  await host.advanceFrames(1);
  expect(host.runtime.counters.releasedInFrame).toBe(0);
});

test("what a drain takes beyond the budget adds up", async () => {
  spawn(work(5));
  await host.advanceFrames(1);
  expect(host.runtime.counters.overBudgetMsec).toBe(3);
  spawn(work(2));
  spawn(work(0.5));
  await host.advanceFrames(2);
  expect(host.runtime.counters.overBudgetMsec).toBe(3);
});

test("so does what the waits for exactly that drain take", async () => {
  spawn(async () => {
    await nextFrame();
    host.spend(5);
  });
  await host.advanceFrames(4);
  expect(host.runtime.counters.overBudgetMsec).toBe(3);
});

test("each time that something ready has no turn in a drain is a late wake", async () => {
  for (let i = 0; i < 3; i++) spawn(work(2));
  await host.advanceFrames(4);
  // Two in the first drain, one of them again in the second.
  expect(host.runtime.counters.lateWakes).toBe(3);
});

test("within the budget nothing is late", async () => {
  for (let i = 0; i < 100; i++) spawn(() => nextFrame());
  await host.advanceFrames(4);
  expect(host.runtime.counters.lateWakes).toBe(0);
  expect(host.runtime.counters.overBudgetMsec).toBe(0);
});
