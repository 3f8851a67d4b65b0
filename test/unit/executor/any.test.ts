import { any, nextFrame, once, sleep, spawn, TestHost } from "../../../src/executor";
import { Emitter } from "./emitter";

let host: TestHost;
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

const fail = async (message: string) => {
  await nextFrame();
  throw new Error(message);
};

test("it resolves to the first value, and failures before it don't matter", async () => {
  const hurt = new Emitter<[number]>();
  const task = spawn(() => any([() => fail("a"), sleep(0.1).then(() => "value"), once(hurt)]));
  await host.advance(0.3);
  expect([task.result, hurt.subscribers.size]).toEqual(["value", 0]);
  expect([host.errors, host.runtime.waitCount]).toEqual([[], 0]);
});

test("when all fail it rejects with all errors, in the order of the members", async () => {
  const late = async () => {
    await nextFrame();
    await fail("late");
  };
  const task = spawn(() => any([late, () => fail("early")]));
  task.onSettled(() => true);
  await host.advanceFrames(4);
  const error = task.error as AggregateError;
  expect(error.message).toBe("all members of any(…) have failed");
  expect(error.errors.map((each) => each.message)).toEqual(["late", "early"]);
});

test("of nothing it throws, since nothing could end it", () => {
  expect(() => any([])).toThrow("any needs something to wait for");
});
