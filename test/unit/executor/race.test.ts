import {
  all,
  currentTask,
  frames,
  Mutex,
  nextFrame,
  once,
  race,
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

test("it ends as the first that ends", async () => {
  const value = spawn(() => race([sleep(1), nextFrame().then(() => "value")]));
  const error = spawn(() =>
    race([sleep(1), Promise.reject(new Error("no"))]).catch((e) => e.message),
  );
  await host.advanceFrames(3);
  expect([value.result, error.result]).toEqual(["value", "no"]);
});

test("a wait that loses is disconnected and unlisted at once", async () => {
  const task = spawn(() => race([once(hurt), sleep(10), nextFrame()]), { start: "now" });
  await host.turn("process");
  expect([hurt.subscribers.size, host.runtime.timers.game.size]).toEqual([0, 0]);
  await host.turn("late");
  expect([task.state, host.runtime.waitCount]).toEqual(["completed", 0]);
});

test("a task that loses is cancelled, and its cleanup awaited", async () => {
  const log: string[] = [];
  const task = spawn(async () => {
    await race([
      nextFrame(),
      spawn(async () => {
        try {
          await sleep(10);
        } finally {
          await frames(2);
          log.push("cleaned up");
        }
      }),
    ]);
    log.push("went on");
  });
  await host.advanceFrames(5);
  expect([log, task.state]).toEqual([["cleaned up", "went on"], "completed"]);
});

test("a combination that loses ends with all that is in it", async () => {
  const log: string[] = [];
  const member = async () => {
    try {
      await sleep(10);
    } finally {
      await nextFrame();
      log.push("cleaned up");
    }
  };
  spawn(async () => {
    await race([nextFrame(), all([once(hurt), member])]);
    log.push("went on");
  });
  await host.advanceFrames(4);
  expect([log, hurt.subscribers.size]).toEqual([["cleaned up", "went on"], 0]);
});

test("a wait that has lost rejects with a CancelledError for who awaits it nevertheless", async () => {
  const task = spawn(async () => {
    const loser = sleep(10);
    await race([loser, nextFrame()]);
    return await loser.catch((error) => error.message);
  });
  await host.advanceFrames(3);
  expect(task.result).toBe('wait "sleep(10)" was cancelled: race(…) no longer needs it');
});

test("a task that is cancelled right after it hears of it at its next wait", async () => {
  const task = spawn(async () => {
    await race([nextFrame(), once(hurt)]);
    currentTask()?.cancel("enough");
    await sleep(10);
  });
  await host.advanceFrames(2);
  expect(task.state).toBe("cancelled");
});

test("a wait that loses is no unhandled rejection", async () => {
  const onUnhandled = jest.fn();
  process.on("unhandledRejection", onUnhandled);
  spawn(() => race([sleep(10), once(hurt), nextFrame()]));
  await host.advanceFrames(4);
  process.off("unhandledRejection", onUnhandled);
  expect(onUnhandled).not.toHaveBeenCalled();
});

test("a promise of another kind that loses goes on, and nobody hears of it", async () => {
  let reject = (_error: Error) => {};
  const foreign = new Promise<never>((_, rejectIt) => {
    reject = rejectIt;
  });
  const task = spawn(() => race([foreign, nextFrame()]));
  await host.advanceFrames(2);
  reject(new Error("too late"));
  await host.advanceFrames(1);
  expect([task.state, host.errors]).toEqual(["completed", []]);
});

test("a lock that came in the drain in which it lost goes back", async () => {
  const mutex = new Mutex();
  const lock = mutex.tryLock();
  const task = spawn(() => race([hurtOnce(), mutex.lock()]), { start: "now" });
  hurt.emit(1);
  lock?.release();
  await host.advanceFrames(1);
  expect([task.result, mutex.isLocked]).toEqual(["hurt", false]);
});

test("members that end in the same drain: the one that was begun first wins", async () => {
  const task = spawn(() => race([frames(2).then(() => "a"), frames(2).then(() => "b")]), {
    start: "now",
  });
  await host.advanceFrames(2);
  expect(task.result).toBe("a");
});

test("waits are found outside of tasks as well", async () => {
  const wait = race([once(hurt), nextFrame()]);
  await host.advanceFrames(1);
  await wait;
  expect([hurt.subscribers.size, host.runtime.waitCount]).toEqual([0, 0]);
});

test("of nothing it throws, since nothing could end it", () => {
  expect(() => race([])).toThrow(
    "race needs something to wait for: with no member it would never end",
  );
});

function hurtOnce(): Promise<string> {
  return once(hurt).then(() => "hurt");
}
