import {
  frames,
  LeftoverError,
  nextFrame,
  once,
  SourceFreedError,
  sleep,
  spawn,
  TestHost,
  type TestHostOptions,
  TestSignal,
  type WakeLog,
} from "../../../src/executor";

test("advanceFrames lets exactly so many frames pass", async () => {
  const host = new TestHost();
  const task = spawn(() => frames(5), { start: "now" });
  await host.advanceFrames(4);
  expect(task.state).toBe("running");
  await host.advanceFrames(1);
  expect(task.state).toBe("completed");
  await host.terminate();
});

test("advance lets the frames of so many seconds pass", async () => {
  const host = new TestHost({ framesPerSecond: 30 });
  await host.advance(2);
  expect(host.runtime.frames.frame).toBe(60);
  await host.terminate();
});

test("a part of a frame takes a whole one", async () => {
  const host = new TestHost({ framesPerSecond: 10 });
  await host.advance(0.25);
  expect(host.runtime.frames.frame).toBe(3);
  await host.terminate();
});

test("time is virtual", async () => {
  const host = new TestHost();
  await host.advance(3600 / 60);
  expect(Math.round(host.now())).toBe(60_000);
  await host.terminate();
});

test("two runs of the same game log the same", async () => {
  const run = async () => {
    const host = new TestHost();
    const log: string[] = [];
    for (const name of ["a", "b", "c"]) {
      spawn(async () => {
        for (let i = 0; i < 3; i++) {
          log.push(`${name} ${host.now().toFixed(2)}`);
          host.spend(0.7);
          await nextFrame();
        }
      });
    }
    await host.advanceFrames(10);
    await host.terminate();
    return log;
  };
  expect(await run()).toEqual(await run());
});

test.each([[-1], [1.5], [Number.NaN]])("advanceFrames(%p) throws a RangeError", async (count) => {
  const host = new TestHost();
  await expect(host.advanceFrames(count)).rejects.toThrow(RangeError);
  await host.terminate();
});

test("plain timers and promises of the platform work within tasks", async () => {
  const host = new TestHost();
  const task = spawn(async () => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    await nextFrame();
    return "done";
  });
  while (!task.isSettled) await host.advanceFrames(1);
  expect(task.result).toBe("done");
  await host.terminate();
});

describe("physics ticks", () => {
  /** Logs two letters for each tick and frame that goes by. */
  function logPhases(log: string[]): void {
    for (const phase of ["physics", "process"] as const) {
      const body = async () => {
        for (;;) {
          await nextFrame({ phase });
          log.push(phase);
        }
      };
      spawn(body, { start: "now" });
    }
  }

  test("come as often as the rates say, before the frame is processed", async () => {
    const host = new TestHost({ framesPerSecond: 30, physicsTicksPerSecond: 60 });
    const log: string[] = [];
    logPhases(log);
    await host.advanceFrames(2);
    expect(log).toEqual(["physics", "physics", "process", "physics", "physics", "process"]);
    await host.terminate();
  });

  test("fall into some frames only when they are rarer", async () => {
    const host = new TestHost({ framesPerSecond: 60, physicsTicksPerSecond: 30 });
    const log: string[] = [];
    logPhases(log);
    await host.advanceFrames(4);
    expect(log).toEqual(["process", "physics", "process", "process", "physics", "process"]);
    await host.terminate();
  });

  test("advancePhysics stops within the frame, and advanceFrames ends it", async () => {
    const host = new TestHost({ framesPerSecond: 20, physicsTicksPerSecond: 60 });
    const log: string[] = [];
    logPhases(log);
    await host.advancePhysics(2);
    expect(log).toEqual(["physics", "physics"]);
    await host.advanceFrames(1);
    expect(log).toEqual(["physics", "physics", "physics", "process"]);
    await host.terminate();
  });
});

describe("what a test leaves", () => {
  test("is named, tasks and waits, by assertNothingLeft", async () => {
    const host = new TestHost();
    spawn(() => sleep(2), { name: "patrol" });
    void nextFrame({ name: "the curtain" });
    spawn(() => new Promise(() => {}), { name: "stuck", start: "now" });
    await host.advanceFrames(0);
    expect(() => host.assertNothingLeft()).toThrow(
      new LeftoverError(
        'the test has left\n  task "patrol" is queued\n  task "stuck" is running\n  a wait outside of any task: the curtain',
      ),
    );
    await host.terminate();
  });

  test("makes it fail when the host is disposed of", async () => {
    const leave = async () => {
      await using host = new TestHost();
      spawn(() => sleep(2), { name: "patrol" });
      await host.advanceFrames(1);
    };
    await expect(leave()).rejects.toThrow(
      'the test has left\n  task "patrol" is running, waits for sleep(2)',
    );
  });

  test("is a failure too that nobody handled, unless it is taken", async () => {
    const fail = async (take: boolean) => {
      await using host = new TestHost();
      spawn(
        () => {
          throw new Error("no ammo");
        },
        { name: "gun" },
      );
      await host.advanceFrames(1);
      if (take) return host.takeErrors().length;
    };
    await expect(fail(false)).rejects.toThrow(
      'task "gun" failed, and nobody handled it: Error: no ammo',
    );
    expect(await fail(true)).toBe(1);
  });

  test("is not a task that was cancelled, and cleans up", async () => {
    await using host = new TestHost();
    const task = spawn(() => sleep(2));
    await host.advanceFrames(1);
    task.cancel();
    host.assertNothingLeft();
  });

  test("is nothing where all has ended", async () => {
    await using host = new TestHost();
    const task = spawn(() => sleep(0.1));
    await host.advance(0.2);
    expect(task.state).toBe("completed");
  });
});

/** Five tasks that wait alike, and the order in which they end. */
async function raceOf(options: TestHostOptions): Promise<{ order: string; wakeLog: WakeLog }> {
  await using host = new TestHost({ record: true, ...options });
  let order = "";
  for (const name of "abcde") {
    spawn(
      async () => {
        await nextFrame();
        await sleep(0.1);
        order += name;
      },
      { name },
    );
  }
  await host.advance(0.2);
  return { order, wakeLog: host.wakeLog };
}

describe("a seed", () => {
  test("has tasks that are equally ready go on in another order", async () => {
    const orders = new Set<string>();
    for (let seed = 0; seed < 30; seed++) orders.add((await raceOf({ seed })).order);
    expect(orders.size).toBeGreaterThan(20);
  });

  test("gives the same order each time", async () => {
    expect(await raceOf({ seed: 7 })).toEqual(await raceOf({ seed: 7 }));
  });

  test("changes nothing about which frame they go on in", async () => {
    await using host = new TestHost({ seed: 1 });
    const ended: number[] = [];
    for (const count of [3, 1, 2]) {
      spawn(
        () =>
          frames(count).then(() => {
            ended.push(count);
          }),
        { start: "now" },
      );
    }
    await host.advanceFrames(3);
    expect(ended).toEqual([1, 2, 3]);
  });

  test("without one, they go on first in, first out", async () => {
    expect((await raceOf({})).order).toBe("abcde");
  });

  test("that isn't a whole number is refused", () => {
    expect(() => new TestHost({ seed: 0.5 })).toThrow("a seed is a whole number, but got 0.5");
  });
});

describe("the wake order", () => {
  test("is recorded with what each task went on from", async () => {
    await using host = new TestHost({ record: true });
    spawn(() => nextFrame(), { name: "door" });
    await host.advanceFrames(2);
    expect(host.wakeLog).toEqual({
      seed: undefined,
      wakes: [
        { frame: 1, phase: "process", task: "door", id: 1, wait: "spawn" },
        { frame: 2, phase: "process", task: "door", id: 1, wait: "nextFrame()" },
      ],
    });
  });

  test("is the same again in a replay, through JSON", async () => {
    const { order, wakeLog } = await raceOf({ seed: 3 });
    const replay = JSON.parse(JSON.stringify(wakeLog)) as WakeLog;
    expect((await raceOf({ replay })).order).toBe(order);
  });

  test("that differs from the recorded one fails, and says where", async () => {
    const { wakeLog } = await raceOf({});
    const wakes = wakeLog.wakes.map((wake) => (wake.task === "b" ? { ...wake, id: 9 } : wake));
    await expect(raceOf({ replay: { ...wakeLog, wakes } })).rejects.toThrow(
      'the wake order differs from the recorded one at wake 1: recorded was task "b" (number 9) after spawn in frame 1, process, now task "b" (number 2) after spawn in frame 1, process',
    );
  });

  test("that ends before the recorded one fails", async () => {
    const { wakeLog } = await raceOf({});
    const more = { frame: 9, phase: "late", task: "f", id: 6, wait: "spawn" } as const;
    const replay = { ...wakeLog, wakes: [...wakeLog.wakes, more] };
    await expect(raceOf({ replay })).rejects.toThrow(/"f" \(number 6\) after spawn.*, now none$/);
  });

  test("isn't kept unless it is asked for", () => {
    expect(() => new TestHost().wakeLog).toThrow("new TestHost({ record: true })");
  });
});

describe("TestSignal", () => {
  test("is waited for like a signal of the engine", async () => {
    await using host = new TestHost();
    const hurt = new TestSignal<[damage: number]>("Enemy.hurt");
    const task = spawn(() => once(hurt), { start: "now" });
    expect([task.waitsFor, hurt.connectionCount]).toEqual(["once(Enemy.hurt)", 1]);
    hurt.emit(3);
    await host.advanceFrames(1);
    expect([task.result, hurt.connectionCount]).toEqual([[3], 0]);
  });

  test("that is freed rejects waits with SourceFreedError", async () => {
    await using host = new TestHost();
    const hurt = new TestSignal("Enemy.hurt");
    const task = spawn(() => once(hurt), { start: "now" });
    task.onSettled(() => true);
    hurt.free();
    await host.advanceFrames(1);
    expect(task.error).toBeInstanceOf(SourceFreedError);
  });

  test("calls listeners until they are disconnected, and those of once only once", () => {
    const hurt = new TestSignal<[number]>();
    const seen: string[] = [];
    const listener = (n: number) => void seen.push(`each ${n}`);
    const disconnect = hurt.connect(listener);
    hurt.once((n) => seen.push(`once ${n}`));
    hurt.emit(1);
    hurt.emit(2);
    expect(hurt.isConnected(listener)).toBe(true);
    disconnect();
    hurt.emit(3);
    expect(seen).toEqual(["each 1", "once 1", "each 2"]);
  });
});
