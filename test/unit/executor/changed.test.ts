import { changed, spawn, TestHost } from "../../../src/executor";

let host: TestHost;
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

class Point {
  constructor(
    readonly x: number,
    readonly y: number,
  ) {}

  equals(other: unknown): boolean {
    return other instanceof Point && other.x === this.x && other.y === this.y;
  }
}

test("it resolves to the new value, in the frame in which it is another", async () => {
  let health = 100;
  const task = spawn(() => changed(() => health), { start: "now" });
  await host.advanceFrames(2);
  expect(task.state).toBe("running");
  health = 90;
  await host.advanceFrames(1);
  expect(task.result).toBe(90);
});

test("values that are equal by their own measure are no change", async () => {
  let position = new Point(1, 2);
  const task = spawn(() => changed(() => position), { start: "now" });
  position = new Point(1, 2);
  await host.advanceFrames(1);
  expect(task.state).toBe("running");
  position = new Point(1, 3);
  await host.advanceFrames(1);
  expect(task.result).toEqual(new Point(1, 3));
});

test("equals says what counts as the same", async () => {
  let angle = 0;
  const equals = (before: number, now: number) => Math.abs(before - now) < 10;
  const task = spawn(() => changed(() => angle, { equals }), { start: "now" });
  angle = 9;
  await host.advanceFrames(1);
  expect(task.state).toBe("running");
  angle = 10;
  await host.advanceFrames(1);
  expect(task.result).toBe(10);
});

test("NaN is the same as NaN, and null another than an object", async () => {
  const never = spawn(() => changed(() => Number.NaN), { start: "now" });
  let target: object | null = {};
  const task = spawn(() => changed(() => target), { start: "now" });
  target = null;
  await host.advanceFrames(1);
  expect([never.state, task.result]).toEqual(["running", null]);
});

test("something that isn't a function is refused with an error that quotes it", () => {
  expect(() => changed(5 as never)).toThrow("changed(getter) needs a function to ask, but got 5");
});
