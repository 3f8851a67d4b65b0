import {
  any,
  CANCEL_DEADLINE_MSEC,
  CancelledError,
  currentTask,
  frames,
  isCancellation,
  nextFrame,
  once,
  race,
  select,
  sleep,
  spawn,
  type Task,
  TestHost,
} from "../../../src/executor";
import { Emitter } from "./emitter";

let host: TestHost;
beforeEach(() => {
  host = new TestHost();
});
afterEach(() => host.terminate());

/** A promise that never settles, as of something that isn't ours. */
const foreign = () => new Promise<never>(() => undefined);

test("cancelling makes the wait reject with the reason, and the task ends cancelled", async () => {
  const caught: unknown[] = [];
  const task = spawn(async () => {
    try {
      await sleep(10);
    } catch (error) {
      caught.push(error);
      throw error;
    }
  });
  await host.advanceFrames(1);
  task.cancel("too dark");
  expect(task.state).toBe("cancelling");
  await host.advanceFrames(1);
  expect(task.state).toBe("cancelled");
  expect(caught).toEqual([task.error]);
  expect(task.error).toBeInstanceOf(CancelledError);
  expect((task.error as CancelledError).reason).toBe("too dark");
});

test("a cancellation is told apart from failures, by us and by Node's code for aborts", () => {
  const error = new CancelledError("patrol");
  expect([isCancellation(error), error.name, error.code]).toEqual([
    true,
    "CancelledError",
    "ABORT_ERR",
  ]);
});

test("cancellation is silent", async () => {
  const task = spawn(() => sleep(10));
  await host.advanceFrames(1);
  task.cancel();
  await host.advanceFrames(2);
  expect([host.errors, host.warnings]).toEqual([[], []]);
});

test("awaiting a cancelled task throws its CancelledError", async () => {
  const task = spawn(() => sleep(10), { name: "patrol" });
  const awaited = expect(task).rejects.toThrow('task "patrol" was cancelled');
  task.cancel();
  await host.advanceFrames(1);
  await awaited;
});

test("a task cancelled before its first run never runs its body", async () => {
  const body = jest.fn();
  const task = spawn(body);
  task.cancel();
  expect(task.state).toBe("cancelled");
  await host.advanceFrames(2);
  expect(body).not.toHaveBeenCalled();
});

test("cleanup may wait again after the cancellation", async () => {
  const log: string[] = [];
  const task = spawn(async () => {
    try {
      await sleep(10);
    } finally {
      await frames(2);
      log.push("cleaned up");
    }
  });
  await host.advanceFrames(1);
  task.cancel();
  await host.advanceFrames(5);
  expect([log, task.state]).toEqual([["cleaned up"], "cancelled"]);
});

test("a value that has come but wasn't delivered gives way to the cancellation", async () => {
  const log: string[] = [];
  const hurt = new Emitter<[number]>();
  const task = spawn(async () => {
    await once(hurt);
    log.push("went on");
  });
  await host.advanceFrames(3);
  expect(hurt.subscribers.size).toBe(1);
  hurt.emit(5);
  task.cancel();
  await host.advanceFrames(1);
  expect([log, task.state]).toEqual([[], "cancelled"]);
});

test("a task cancelled outside of our waits gets it at its next wait, once", async () => {
  const log: string[] = [];
  let arrive = () => {};
  const task = spawn(async () => {
    await new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await nextFrame().catch(() => log.push("first rejects"));
    await nextFrame();
    log.push("second resolves");
  });
  await host.advanceFrames(1);
  task.cancel();
  arrive();
  await host.advanceFrames(3);
  expect(log).toEqual(["first rejects", "second resolves"]);
});

test("the wait that a cancellation refuses has no side effect", async () => {
  const subscribe = jest.fn(() => () => undefined);
  const task = spawn(async () => {
    currentTask()?.cancel();
    await once({ subscribe });
  });
  await host.advanceFrames(1);
  expect([task.state, subscribe.mock.calls]).toEqual(["cancelled", []]);
});

test.each<[string, (hurt: Emitter<[]>) => Promise<unknown>]>([
  ["any", (hurt) => any([sleep(1), once(hurt)])],
  ["race", (hurt) => race([Promise.resolve(), sleep(1), once(hurt)])],
  ["select in a race", (hurt) => race([Promise.resolve(), select({ hit: once(hurt) })])],
])("a combination of waits that a cancellation refuses is refused: %s", async (_, combine) => {
  const hurt = new Emitter<[]>();
  const task = spawn(async () => {
    currentTask()?.cancel();
    await combine(hurt);
  });
  await host.advanceFrames(2);
  expect([task.state, hurt.subscribers.size]).toEqual(["cancelled", 0]);
});

test("a task may cancel itself", async () => {
  const task = spawn(async () => {
    currentTask()?.cancel("enough");
    await nextFrame();
  });
  await host.advanceFrames(1);
  expect(task.state).toBe("cancelled");
});

test("cancelling twice keeps the first reason", async () => {
  const task = spawn(() => sleep(10));
  await host.advanceFrames(1);
  task.cancel("first");
  task.cancel("second");
  await host.advanceFrames(1);
  expect((task.error as CancelledError).reason).toBe("first");
});

test("cancelling after the end changes nothing", async () => {
  const task = spawn(() => 42);
  await host.advanceFrames(1);
  task.cancel();
  expect([task.state, task.result]).toEqual(["completed", 42]);
});

test("a task that catches its cancellation and returns a value has completed", async () => {
  const task = spawn(async () => {
    await sleep(10).catch(() => undefined);
    return "partial";
  });
  await host.advanceFrames(1);
  task.cancel();
  await host.advanceFrames(1);
  expect([task.state, task.result]).toEqual(["completed", "partial"]);
});

test("a task whose cleanup throws has failed, and the error is reported", async () => {
  const task = spawn(async () => {
    try {
      await sleep(10);
    } finally {
      // biome-ignore lint/correctness/noUnsafeFinally: this is what the test is about
      throw new Error("bad cleanup");
    }
  });
  await host.advanceFrames(1);
  task.cancel();
  await host.advanceFrames(1);
  expect(task.state).toBe("failed");
  expect(host.errors).toEqual([{ error: new Error("bad cleanup"), task }]);
});

test("a task that awaits a cancelled one, and lets the error out, is cancelled, and nothing is reported", async () => {
  const other = spawn(() => sleep(10), { name: "other" });
  const task = spawn(() => other);
  const outer = spawn(() => task);
  await host.advanceFrames(1);
  other.cancel("night has come");
  await host.advanceFrames(4);
  expect([task.state, outer.state, host.errors]).toEqual(["cancelled", "cancelled", []]);
  expect((task.error as Error).message).toBe('task "other" was cancelled: night has come');
});

test("a task that catches the cancellation of another goes on as any", async () => {
  const other = spawn(() => sleep(10));
  const task = spawn(async () => {
    await other.then(undefined, () => undefined);
    await nextFrame();
    return "went on";
  });
  await host.advanceFrames(1);
  other.cancel();
  await host.advanceFrames(3);
  expect([task.state, task.result]).toEqual(["completed", "went on"]);
});

test("what a task started goes on when the task ends by the cancellation of another", async () => {
  const other = spawn(() => sleep(10));
  let child: Task<string> | undefined;
  const log: string[] = [];
  const task = spawn(async () => {
    child = spawn(() => sleep(0.1).then(() => "went on"));
    await Promise.all([other, sleep(0.1).then(() => log.push("went on as well"))]);
  });
  await host.advanceFrames(2);
  other.cancel();
  await host.advance(0.3);
  expect([task.state, child?.result, log]).toEqual(["cancelled", "went on", ["went on as well"]]);
});

test("an error with the code of an abort, or a platform's AbortError, is a cancellation", async () => {
  const killed = Object.assign(new Error("the tween was killed"), { code: "ABORT_ERR" });
  const tasks = [killed, new DOMException("no", "AbortError")].map((error) =>
    spawn(() => Promise.reject(error)),
  );
  await host.advanceFrames(1);
  expect(tasks.map((task) => [task.state, task.error])).toEqual([
    ["cancelled", killed],
    ["cancelled", expect.any(DOMException)],
  ]);
  expect(host.errors).toEqual([]);
});

test("all waits of a task reject", async () => {
  const task = spawn(() => Promise.allSettled([sleep(10), frames(99), new Promise((r) => r(1))]));
  await host.advanceFrames(1);
  task.cancel();
  await host.advanceFrames(1);
  expect(task.result?.map((outcome) => outcome.status)).toEqual([
    "rejected",
    "rejected",
    "fulfilled",
  ]);
});

test("the task's signal is aborted with the cancellation", async () => {
  const task = spawn(() => sleep(10));
  const { signal } = task;
  await host.advanceFrames(1);
  expect(signal.aborted).toBe(false);
  task.cancel("enough");
  expect(signal.aborted).toBe(true);
  expect(isCancellation(signal.reason)).toBe(true);
});

test("a signal that is asked for after the cancellation is aborted", async () => {
  const task = spawn(() => sleep(10));
  await host.advanceFrames(1);
  task.cancel();
  expect(task.signal.aborted).toBe(true);
});

test("a platform's AbortError after a cancellation ends the task cancelled", async () => {
  const task = spawn(async (self) => {
    await new Promise((_, reject) => {
      self.signal.addEventListener("abort", () => reject(new DOMException("no", "AbortError")));
    });
  });
  await host.advanceFrames(1);
  task.cancel();
  await host.advanceFrames(1);
  expect(task.state).toBe("cancelled");
});

test("children are cancelled along, with the same error", async () => {
  let child: Task | undefined;
  const parent = spawn(async () => {
    child = spawn(() => sleep(10));
    await sleep(10);
  });
  await host.advanceFrames(2);
  parent.cancel("night");
  await host.advanceFrames(1);
  expect([child?.state, child?.error]).toEqual(["cancelled", parent.error]);
});

test("children are cleaned up before their parent", async () => {
  const log: string[] = [];
  const wait = async (name: string) => {
    try {
      await sleep(10);
    } finally {
      log.push(name);
    }
  };
  const parent = spawn(async () => {
    spawn(() => wait("child"));
    await wait("parent");
  });
  await host.advanceFrames(2);
  parent.cancel();
  await host.advanceFrames(1);
  expect(log).toEqual(["child", "parent"]);
});

test("a task that doesn't end in time is cancelled anyway, with a warning that names it", async () => {
  const task = spawn(() => foreign(), { name: "stubborn" });
  await host.advanceFrames(1);
  task.cancel();
  host.spend(CANCEL_DEADLINE_MSEC);
  await host.advanceFrames(1);
  expect(task.state).toBe("cancelled");
  expect(host.warnings).toEqual([
    "task \"stubborn\" was cancelled, but hasn't ended within 250 ms: it still waits for something that isn't a wait of the executor and is given up",
  ]);
});

test("a task that ignores its cancellation stops at its next wait once it is given up", async () => {
  let rounds = 0;
  const task = spawn(async () => {
    for (;;) {
      await nextFrame().catch(() => undefined);
      rounds++;
    }
  });
  await host.advanceFrames(1);
  task.cancel();
  await host.advance(0.3);
  const roundsThen = rounds;
  await host.advance(0.3);
  expect([task.state, rounds]).toEqual(["cancelled", roundsThen]);
  expect(host.runtime.waitCount).toBe(0);
});

test("a task that is given up goes no further than the wait it is in", async () => {
  const log: string[] = [];
  const task = spawn(async () => {
    try {
      await sleep(10);
    } finally {
      await sleep(1);
      log.push("cleaned up");
    }
  });
  await host.advanceFrames(1);
  task.cancel();
  await host.advance(2);
  expect([task.state, log, host.warnings.length]).toEqual(["cancelled", [], 1]);
});

test("a task that was told by a wait it has left behind hears of it once more, and cleans up", async () => {
  const log: string[] = [];
  let arrive = () => {};
  const answer = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const task = spawn(async () => {
    try {
      // The sleep goes on, and gets the cancellation.
      await Promise.race([sleep(10), Promise.resolve()]);
      await answer;
      for (;;) await nextFrame();
    } finally {
      log.push("cleaned up");
    }
  });
  await host.advanceFrames(1);
  task.cancel();
  arrive();
  await host.advance(0.2);
  expect([task.state, log]).toEqual(["cancelling", []]);
  await host.advance(0.1);
  expect([task.state, log, host.warnings]).toEqual([
    "cancelled",
    ["cleaned up"],
    [expect.stringContaining("it still waits for nextFrame() and is given up")],
  ]);
});

test("a task that is given up outside of our waits stops at its next one", async () => {
  let arrive = () => {};
  const goesOn = jest.fn();
  const task = spawn(async () => {
    await sleep(10).catch(() => undefined);
    await new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await nextFrame();
    goesOn();
  });
  await host.advanceFrames(1);
  task.cancel();
  await host.advance(0.3);
  arrive();
  await host.advanceFrames(3);
  expect([task.state, goesOn.mock.calls, host.runtime.waitCount]).toEqual(["cancelled", [], 0]);
});

test("a long frame isn't held against a task that had no chance to run", async () => {
  const log: string[] = [];
  const task = spawn(async () => {
    try {
      await sleep(10);
    } finally {
      log.push("cleaned up");
    }
  });
  await host.advanceFrames(1);
  task.cancel();
  host.spend(1000);
  await host.advanceFrames(1);
  expect([log, host.warnings]).toEqual([["cleaned up"], []]);
});

test("a task that the budget keeps from its cleanup isn't given up", async () => {
  host.pool.frameBudget = 0;
  const tasks = [1, 2, 3].map(() => spawn(() => sleep(10), { start: "now" }));
  for (const task of tasks) task.cancel();
  host.spend(1000);
  await host.turn("process");
  expect(tasks.map((task) => task.state)).toEqual(["cancelled", "cancelling", "cancelling"]);
  await host.advanceFrames(2);
  expect([tasks.map((task) => task.state), host.warnings]).toEqual([
    ["cancelled", "cancelled", "cancelled"],
    [],
  ]);
});

test("a rejection that nobody awaits is no unhandled rejection", async () => {
  const onUnhandled = jest.fn();
  process.on("unhandledRejection", onUnhandled);
  const task = spawn(async () => {
    void sleep(10);
    await sleep(10);
  });
  await host.advanceFrames(1);
  task.cancel();
  await host.advanceFrames(3);
  process.off("unhandledRejection", onUnhandled);
  expect(onUnhandled).not.toHaveBeenCalled();
});

test("a cancelled task that has ended costs the turns after it nothing", async () => {
  const task = spawn(() => sleep(10), { start: "now" });
  await host.advanceFrames(1);
  task.cancel();
  await host.advanceFrames(1);
  const frame = { delta: 1 / 60, timeScale: 1, paused: false };
  expect(host.runtime.beginTurn("process", frame)).toBe(false);
});
