import { Oneshot, spawn, TestHost } from "../../../src/executor";

let host: TestHost;
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

test("all who wait get the value, early and late", async () => {
  const choice = new Oneshot<string>();
  const early = spawn(() => choice.wait(), { start: "now" });
  choice.resolve("left");
  const late = spawn(() => choice.wait(), { start: "now" });
  await host.advanceFrames(1);
  expect([early.result, late.result]).toEqual(["left", "left"]);
});

test("the first value counts", () => {
  const choice = new Oneshot<string>();
  expect([choice.resolve("left"), choice.resolve("right"), choice.reject("no")]).toEqual([
    true,
    false,
    false,
  ]);
});

test("an error goes to all who wait, early and late", async () => {
  const choice = new Oneshot<string>();
  const wait = () => choice.wait().catch((error) => error);
  const early = spawn(wait, { start: "now" });
  choice.reject("nobody chose");
  const late = spawn(wait, { start: "now" });
  await host.advanceFrames(1);
  expect([early.result, late.result]).toEqual(["nobody chose", "nobody chose"]);
});

test("an error that nobody waits for is lost in silence", async () => {
  const onUnhandled = jest.fn();
  process.on("unhandledRejection", onUnhandled);
  new Oneshot().reject(new Error("nobody chose"));
  await host.advanceFrames(1);
  process.off("unhandledRejection", onUnhandled);
  expect(onUnhandled).not.toHaveBeenCalled();
});
