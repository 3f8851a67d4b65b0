import {
  nextFrame,
  on,
  queue,
  SourceFreedError,
  sleep,
  spawn,
  TestHost,
} from "../../../src/executor";
import { Emitter } from "./emitter";

let host: TestHost;
let hurt: Emitter<[number]>;
beforeEach(() => {
  host = new TestHost();
  hurt = new Emitter<[number]>("Enemy.hurt");
});
afterEach(() => host.terminate());

/** Iterates with a body that takes a frame, and collects what comes. */
function listen(options?: Parameters<typeof on>[1]): { heard: number[] } {
  const heard: number[] = [];
  spawn(
    async () => {
      for await (const [damage] of on(hurt, options)) {
        heard.push(damage);
        await nextFrame();
      }
    },
    { start: "now" },
  );
  return { heard };
}

test("every emission is heard, also those that come while the loop's body waits", async () => {
  const { heard } = listen();
  for (const i of [1, 2, 3]) hurt.emit(i);
  await host.advanceFrames(4);
  expect(heard).toEqual([1, 2, 3]);
});

test("it listens from the call on", () => {
  spawn(() => void on(hurt), { start: "queued" });
  expect(hurt.subscribers.size).toBe(0);
  on(hurt);
  expect(hurt.subscribers.size).toBe(1);
});

test("the loop's body runs in a drain, never within the emission", async () => {
  const { heard } = listen();
  hurt.emit(1);
  await Promise.resolve();
  expect(heard).toEqual([]);
  await host.turn("late");
  expect(heard).toEqual([1]);
});

test('buffer "latest" keeps the newest of what came meanwhile', async () => {
  const { heard } = listen({ buffer: "latest" });
  for (const i of [1, 2, 3, 4]) hurt.emit(i);
  await host.advanceFrames(4);
  expect(heard).toEqual([1, 4]);
});

test('buffer "drop" keeps nothing of what came meanwhile', async () => {
  const { heard } = listen({ buffer: "drop" });
  for (const i of [1, 2, 3]) hurt.emit(i);
  await host.advanceFrames(4);
  hurt.emit(4);
  await host.advanceFrames(1);
  expect(heard).toEqual([1, 4]);
});

test("buffer queue(n) keeps the newest n", async () => {
  const { heard } = listen({ buffer: queue(2) });
  for (const i of [1, 2, 3, 4]) hurt.emit(i);
  await host.advanceFrames(4);
  expect(heard).toEqual([1, 3, 4]);
});

test("a buffer that isn't one is refused with an error that quotes it", () => {
  expect(() => on(hurt, { buffer: "all" as never })).toThrow(
    'a buffer is "latest", "drop" or queue(n), but got "all"',
  );
  expect(() => queue(0)).toThrow(
    "queue(count) needs a whole number, 1 or more, or Infinity, but got 0",
  );
});

test.each<[string, (damage: number) => void]>([
  ["broken out of", (damage) => damage],
  [
    "left by a throw",
    () => {
      throw new Error("enough");
    },
  ],
])("it disconnects when the loop is %s", async (_, body) => {
  const task = spawn(
    async () => {
      for await (const [damage] of on(hurt)) {
        body(damage);
        break;
      }
    },
    { start: "now" },
  );
  task.onSettled(() => true);
  hurt.emit(1);
  await host.turn("late");
  expect(hurt.subscribers.size).toBe(0);
});

test("it disconnects at once when its task is cancelled while the loop waits for an emission", () => {
  const task = spawn(
    async () => {
      for await (const _ of on(hurt));
    },
    { start: "now" },
  );
  task.cancel();
  expect(hurt.subscribers.size).toBe(0);
});

test("it disconnects when its task is cancelled while the loop's body waits", async () => {
  const task = spawn(
    async () => {
      for await (const _ of on(hurt)) await sleep(10);
    },
    { start: "now" },
  );
  hurt.emit(1);
  await host.turn("late");
  task.cancel();
  await host.turn("late");
  expect([hurt.subscribers.size, task.state]).toEqual([0, "cancelled"]);
});

test("it disconnects when its task ends without having iterated", async () => {
  spawn(() => void on(hurt), { start: "now" });
  expect(hurt.subscribers.size).toBe(0);
});

test("it disconnects at the end of the block with using", () => {
  {
    using _hits = on(hurt);
    expect(hurt.subscribers.size).toBe(1);
  }
  expect(hurt.subscribers.size).toBe(0);
});

test("it disconnects when its signal is aborted, and the loop throws the reason", async () => {
  const controller = new AbortController();
  const task = spawn(
    async () => {
      for await (const _ of on(hurt, { signal: controller.signal }));
    },
    { start: "now" },
  );
  task.onSettled(() => true);
  controller.abort("no longer");
  await host.turn("late");
  expect([hurt.subscribers.size, task.error]).toEqual([0, "no longer"]);
});

test("with a signal that is aborted already it never connects", async () => {
  const subscribe = jest.spyOn(hurt, "subscribe");
  const stream = on(hurt, { signal: AbortSignal.abort("no longer") });
  await expect(stream.next()).rejects.toBe("no longer");
  expect(subscribe).not.toHaveBeenCalled();
});

test("the loop throws SourceFreedError after what had come, when the source is freed", async () => {
  const heard: number[] = [];
  const task = spawn(
    async () => {
      for await (const [damage] of on(hurt)) heard.push(damage);
    },
    { start: "now" },
  );
  task.onSettled(() => true);
  hurt.emit(1);
  hurt.emit(2);
  hurt.free();
  await host.advanceFrames(1);
  expect([heard, task.error]).toEqual([[1, 2], new SourceFreedError("Enemy.hurt")]);
});

test("emissions that are there already are taken at once, while the budget lasts", async () => {
  let heard = 0;
  spawn(
    async () => {
      for await (const _ of on(hurt)) {
        heard++;
        host.spend(1);
      }
    },
    { start: "now" },
  );
  for (let i = 0; i < 10; i++) hurt.emit(i);
  await host.turn("late");
  expect(heard).toBe(2);
});

test("calls of next beside each other are answered in their order", async () => {
  const hits = on(hurt);
  const first = hits.next();
  const second = hits.next();
  hurt.emit(1);
  hurt.emit(2);
  await host.advanceFrames(1);
  expect([(await first).value, (await second).value]).toEqual([[1], [2]]);
});

test("a wait for the next emission is shown with the signal's name", () => {
  const task = spawn(() => on(hurt).next(), { start: "now" });
  expect(task.waitsFor).toBe("on(Enemy.hurt)");
});

test("something that isn't a signal throws an error that quotes it", () => {
  expect(() => on(42 as never)).toThrow("on(signal) needs a signal to listen to, but got 42");
});

test("a source that can't be connected throws at once, and leaves nothing behind", () => {
  const task = spawn(
    () =>
      on({
        subscribe() {
          throw new Error("no such signal");
        },
      }),
    { start: "now" },
  );
  task.onSettled(() => true);
  expect((task.error as Error).message).toBe("no such signal");
});
