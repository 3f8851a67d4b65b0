import {
  all,
  frames,
  isCancellation,
  nextFrame,
  once,
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

test("it resolves to the values of waits, tasks, promises and functions, in their order", async () => {
  const other = spawn(() => "task");
  const task = spawn(() =>
    all([once(hurt), other, Promise.resolve("promise"), async () => "function", () => 42]),
  );
  await host.advanceFrames(1);
  hurt.emit(5);
  await host.advanceFrames(1);
  expect(task.result).toEqual([[5], "task", "promise", "function", 42]);
});

test("it goes on in the drain in which the last one ends", async () => {
  const task = spawn(() => all([nextFrame(), frames(2)]), { start: "now" });
  await host.advanceFrames(1);
  await host.turn("process");
  expect(task.state).toBe("completed");
});

test("of nothing it resolves at once", async () => {
  expect(await all([])).toEqual([]);
});

test("functions run to their first await within the call", () => {
  const log: string[] = [];
  void all([() => log.push("a"), () => log.push("b")]);
  expect(log).toEqual(["a", "b"]);
});

test("at the first failure the others are cancelled, and their cleanup is awaited", async () => {
  const log: string[] = [];
  const task = spawn(() =>
    all([
      once(hurt),
      async () => {
        await nextFrame();
        throw new Error("no such level");
      },
      async () => {
        try {
          await sleep(10);
        } finally {
          await frames(2);
          log.push("cleaned up");
        }
      },
    ]).catch((error) => {
      log.push(error.message);
    }),
  );
  await host.advanceFrames(2);
  expect([hurt.subscribers.size, task.state]).toEqual([0, "running"]);
  await host.advanceFrames(3);
  expect(log).toEqual(["cleaned up", "no such level"]);
  expect(host.errors).toEqual([]);
});

test("after a function that throws at once, the functions behind it don't begin", async () => {
  const never = jest.fn();
  const fail = () => {
    throw new Error("no");
  };
  await expect(all([fail, never, sleep(10)])).rejects.toThrow("no");
  expect(never).not.toHaveBeenCalled();
  await host.advanceFrames(1);
  expect([host.runtime.waitCount, host.runtime.taskCount]).toEqual([0, 0]);
});

test("what fails in its cleanup is reported", async () => {
  const task = spawn(() =>
    all([
      async () => {
        try {
          await sleep(10);
        } finally {
          // biome-ignore lint/correctness/noUnsafeFinally: this is what the test is about
          throw new Error("bad cleanup");
        }
      },
      Promise.reject(new Error("first")),
    ]),
  );
  task.onSettled(() => true);
  await host.advanceFrames(3);
  expect((task.error as Error).message).toBe("first");
  expect(host.errors.map(({ error }) => (error as Error).message)).toEqual(["bad cleanup"]);
});

test("cancelling the task cancels all, and the wait ends after their cleanup", async () => {
  const log: string[] = [];
  const member = async () => {
    try {
      await sleep(10);
    } finally {
      await nextFrame();
      log.push("member");
    }
  };
  const task = spawn(async () => {
    try {
      await all([once(hurt), member, member]);
    } catch (error) {
      log.push(isCancellation(error) ? "cancelled" : "failed");
      throw error;
    }
  });
  await host.advanceFrames(1);
  task.cancel();
  await host.advanceFrames(3);
  expect([log, task.state]).toEqual([["member", "member", "cancelled"], "cancelled"]);
  expect([host.runtime.waitCount, host.runtime.taskCount, hurt.subscribers.size]).toEqual([
    0, 0, 0,
  ]);
});

test("a signal that is aborted already cancels what was begun for it", async () => {
  const wait = all([once(hurt), sleep(1)], { signal: AbortSignal.abort("no longer") });
  await expect(wait).rejects.toBe("no longer");
  await host.advanceFrames(1);
  expect([host.runtime.waitCount, hurt.subscribers.size]).toEqual([0, 0]);
});

test("aborting its signal cancels all", async () => {
  const controller = new AbortController();
  const task = spawn(() => all([once(hurt), sleep(1)], { signal: controller.signal }), {
    start: "now",
  });
  task.onSettled(() => true);
  controller.abort("no longer");
  await host.advanceFrames(1);
  expect([task.error, host.runtime.waitCount, hurt.subscribers.size]).toEqual(["no longer", 0, 0]);
});

test("a member that can't be awaited is refused with an error that quotes it", () => {
  expect(() => all([sleep(1), hurt as never])).toThrow(
    "all takes waits, tasks, promises and functions, but member 1 is an object of Emitter",
  );
  expect(() => all({ a: sleep(1) } as never)).toThrow("all takes an array of waits");
});

test("a wait for all is shown as such", () => {
  const task = spawn(() => all([() => sleep(1)]), { start: "now" });
  expect([task.waitsFor, [...task.children].map((child) => child.name)]).toEqual([
    'all(task "all[0]")',
    ["all[0]"],
  ]);
});

test("ten thousand waits are combined and cancelled in no more than some steps each", async () => {
  const task = spawn(() => all(Array.from({ length: 10_000 }, () => sleep(10))), { start: "now" });
  expect(host.runtime.waitCount).toBe(10_001);
  task.cancel();
  host.pool.frameBudget = Infinity;
  await host.advanceFrames(2);
  expect([task.state, host.runtime.waitCount]).toEqual(["cancelled", 0]);
});
