import {
  newParking,
  nextFrame,
  once,
  ParkedWait,
  sleep,
  spawn,
  TestHost,
} from "../../../src/executor";
import { Emitter } from "./emitter";

let host: TestHost;
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

test("a wait is a bare promise", () => {
  expect(Object.getPrototypeOf(nextFrame())).toBe(Promise.prototype);
});

test("aborting the signal of a wait rejects it with the signal's reason", async () => {
  const controller = new AbortController();
  const task = spawn(() => sleep(10, { signal: controller.signal }), { start: "now" });
  task.onSettled(() => true);
  controller.abort("no longer");
  await host.advanceFrames(1);
  expect([task.state, task.error]).toEqual(["failed", "no longer"]);
  expect(host.runtime.timers.game.size).toBe(0);
});

test("a wait whose signal is aborted already rejects without a side effect", async () => {
  const hurt = new Emitter<[]>();
  const subscribe = jest.spyOn(hurt, "subscribe");
  const wait = once(hurt, { signal: AbortSignal.abort("no longer") });
  await expect(wait).rejects.toBe("no longer");
  expect(subscribe).not.toHaveBeenCalled();
});

test("a wait that has ended no longer listens to its signal", async () => {
  const { signal } = new AbortController();
  const removed = jest.spyOn(signal, "removeEventListener");
  const wait = sleep(0, { signal });
  await host.advanceFrames(1);
  await wait;
  expect(removed).toHaveBeenCalledTimes(1);
});

test("a wait is called by the name it is given", () => {
  const task = spawn(() => sleep(10, { name: "the dawn" }), { start: "now" });
  expect(task.waitsFor).toBe("the dawn");
});

test("a wait that can end twice ends with what came first", async () => {
  let wait: Twice | undefined;
  const task = spawn(
    () => {
      wait = new Twice();
      return wait.begin();
    },
    { start: "now" },
  );
  wait?.settle("first");
  wait?.settle("second");
  wait?.fail(new Error("third"));
  await host.advanceFrames(1);
  expect([task.result, wait?.unlisted]).toEqual(["first", 1]);
});

test("the count of waits is back at zero when all have ended", async () => {
  spawn(() => Promise.all([nextFrame(), sleep(0.1), sleep(0.2)]), { start: "now" });
  expect(host.runtime.waitCount).toBe(3);
  await host.advance(0.3);
  expect(host.runtime.waitCount).toBe(0);
});

test("a signal that isn't an AbortSignal is refused with an error that quotes it", () => {
  expect(() => sleep(1, { signal: 42 as never })).toThrow(
    "a wait's signal is an AbortSignal, not 42",
  );
});

test("options that aren't an object are refused with an error that quotes them", () => {
  expect(() => nextFrame("soon" as never)).toThrow(
    'a wait\'s options are an object like { name: "…" }, not "soon"',
  );
});

class Twice extends ParkedWait<string> {
  readonly parking = newParking(this, undefined);
  unlisted = 0;

  protected list(): void {}

  protected unlist(): void {
    this.unlisted++;
  }

  protected describe(): string {
    return "something that ends twice";
  }
}
