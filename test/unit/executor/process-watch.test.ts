import fc from "fast-check";
import {
  type ClockName,
  frames,
  interval,
  nextFrame,
  once,
  Scope,
  sleep,
  spawn,
  TestHost,
  TestSignal,
  taskGroup,
  until,
} from "../../../src/executor";

/** A scope that can be stopped, as that of a node whose process mode is disabled. */
class StoppableScope extends Scope {
  isStopped = false;

  override canProcess(): boolean {
    return !this.isStopped;
  }
}

let host: TestHost;
let scope: StoppableScope;
beforeEach(() => {
  host = new TestHost();
  scope = new StoppableScope("Enemy");
});
afterEach(() => host.terminate());

test("a sleep stops while its scope can't process, and goes on with what was left", async () => {
  const task = scope.spawn(() => sleep(1), { start: "now" });
  await host.advance(0.5);
  scope.isStopped = true;
  await host.advance(10);
  expect(task.state).toBe("running");
  scope.isStopped = false;
  await host.advance(0.4);
  expect(task.state).toBe("running");
  await host.advance(0.1);
  expect(task.state).toBe("completed");
});

test("only the time since a sleep began stops for it", async () => {
  await host.advance(5);
  const task = scope.spawn(() => sleep(1), { start: "now" });
  scope.isStopped = true;
  await host.advance(0.5);
  scope.isStopped = false;
  await host.advance(1);
  expect(task.state).toBe("completed");
});

test("a sleep on the clock real never stops", async () => {
  const task = scope.spawn(() => sleep(1, { clock: "real" }), { start: "now" });
  scope.isStopped = true;
  await host.advance(1);
  expect(task.state).toBe("completed");
});

test("nor does one outside of the scope", async () => {
  const task = spawn(() => sleep(1), { start: "now" });
  scope.spawn(() => sleep(1), { start: "now" });
  scope.isStopped = true;
  await host.advance(1);
  expect(task.state).toBe("completed");
});

test("a task that a task of the scope started, and a group in it, stop with it", async () => {
  const ended: string[] = [];
  scope.spawn(async () => {
    spawn(() => sleep(0.1).then(() => ended.push("task")));
    await using group = taskGroup();
    group.spawn(() => sleep(0.1).then(() => ended.push("group")));
  });
  await host.advanceFrames(2);
  scope.isStopped = true;
  await host.advance(1);
  expect(ended).toEqual([]);
  scope.isStopped = false;
  await host.advance(0.2);
  expect(ended).toEqual(["task", "group"]);
});

test("frames in which the scope can't process don't count", async () => {
  const next = scope.spawn(() => nextFrame(), { start: "now" });
  const three = scope.spawn(() => frames(3), { start: "now" });
  scope.isStopped = true;
  await host.advanceFrames(10);
  expect([next.state, three.state]).toEqual(["running", "running"]);
  scope.isStopped = false;
  await host.advanceFrames(1);
  expect([next.state, three.state]).toEqual(["completed", "running"]);
  scope.isStopped = true;
  await host.advanceFrames(5);
  scope.isStopped = false;
  await host.advanceFrames(2);
  expect(three.state).toBe("completed");
});

test.each(["skip", "burst", "delay"] as const)(
  "the beat of an interval stands still (%s)",
  async (missed) => {
    const ticks: number[] = [];
    const beat = async () => {
      for await (const tick of interval(0.1, { missed })) ticks.push(tick);
    };
    const task = scope.spawn(beat, { start: "now" });
    await host.advance(0.25);
    scope.isStopped = true;
    await host.advance(10);
    scope.isStopped = false;
    await host.advance(0.1);
    expect(ticks).toEqual([1, 2, 3]);
    task.cancel();
  },
);

test("until doesn't look while its scope can't process", async () => {
  let looks = 0;
  const looking = () => {
    looks++;
    return false;
  };
  const task = scope.spawn(() => until(looking), { start: "now" });
  scope.isStopped = true;
  await host.advanceFrames(5);
  expect(looks).toBe(1);
  task.cancel();
});

test("a wait for a signal hears it while its scope can't process", async () => {
  const hurt = new TestSignal();
  const task = scope.spawn(() => once(hurt), { start: "now" });
  scope.isStopped = true;
  hurt.emit();
  await host.advanceFrames(1);
  expect(task.state).toBe("completed");
});

test("a stopped wait can be cancelled, and leaves nothing", async () => {
  const tasks = [() => sleep(1), () => nextFrame(), () => frames(7)].map((wait) =>
    scope.spawn(wait, { start: "now" }),
  );
  scope.isStopped = true;
  await host.advanceFrames(3);
  scope.cancel();
  await host.advanceFrames(1);
  expect(tasks.map((task) => task.state)).toEqual(["cancelled", "cancelled", "cancelled"]);
  const { runtime } = host;
  expect([
    runtime.waitCount,
    runtime.frames.isEmpty,
    runtime.timers.processWatch.isWatching,
  ]).toEqual([0, true, false]);
});

test("a scope in which nobody sleeps isn't asked", async () => {
  let asked = 0;
  scope.canProcess = () => {
    asked++;
    return true;
  };
  const task = scope.spawn(() => once(new TestSignal()), { start: "now" });
  await host.advanceFrames(5);
  expect(asked).toBe(0);
  task.cancel();
});

test("a sleep takes exactly the frames in which its scope can process, by each clock", async () => {
  const clock = fc.constantFrom<ClockName>("game", "unscaled", "physics");
  const sleeps = fc.array(fc.tuple(clock, fc.integer({ min: 1, max: 15 })), {
    minLength: 1,
    maxLength: 8,
  });
  const stops = fc.array(fc.boolean(), { minLength: 1, maxLength: 40 });
  const property = fc.asyncProperty(sleeps, stops, async (durations, stopped) => {
    const own = new TestHost({ frameBudget: 1000 });
    const enemy = new StoppableScope("Enemy");
    const endedIn = durations.map(() => -1);
    let now = 0;
    for (const [i, [name, duration]] of durations.entries()) {
      const end = () => {
        endedIn[i] = now;
      };
      enemy.spawn(() => sleep(duration / 60, { clock: name }).then(end), { start: "now" });
    }
    for (const isStopped of stopped) {
      enemy.isStopped = isStopped;
      await own.advanceFrames(1);
      now++;
    }
    await own.terminate();
    const living = [...stopped.keys()].filter((i) => stopped[i] === false);
    expect(endedIn).toEqual(durations.map(([, duration]) => living[duration - 1] ?? -1));
  });
  await fc.assert(property, { numRuns: 100 });
}, 60_000);
