import fc from "fast-check";
import {
  type ClockName,
  PHASES,
  type Phase,
  physicsFrames,
  sleep,
  spawn,
  TestHost,
} from "../../../src/executor";

const clock = fc.constantFrom<ClockName>("game", "unscaled", "real", "physics");

/** What happens to time in a frame. */
const frame = fc.record({
  timeScale: fc.constantFrom(0, 0.25, 1, 1, 3),
  paused: fc.constantFrom(false, false, true),
});
type Frame = typeof frame extends fc.Arbitrary<infer F> ? F : never;

/** By how much a clock moves in a frame, at one physics tick a frame. */
function movement(name: ClockName, { timeScale, paused }: Frame): number {
  if (name === "real") return 1;
  if (paused) return 0;
  return name === "unscaled" ? 1 : timeScale;
}

/** The number of the first frame in which so many frames' time is over; Infinity if none is. */
function dueFrame(name: ClockName, duration: number, frames: readonly Frame[]): number {
  let time = 0;
  for (const [i, each] of frames.entries()) {
    time += movement(name, each);
    if (time > duration - 1e-4) return i + 1;
  }
  return Number.POSITIVE_INFINITY;
}

test("a sleep ends in the very frame in which it is over, however time goes on meanwhile", async () => {
  const sleeps = fc.array(fc.tuple(clock, fc.integer({ min: 1, max: 60 })), {
    minLength: 1,
    maxLength: 20,
  });
  const property = fc.asyncProperty(
    sleeps,
    fc.array(frame, { minLength: 1, maxLength: 40 }),
    async (durations, frames) => {
      const host = new TestHost({ frameBudget: 1000 });
      // At time scale 0 the length of a frame is that of the one before.
      await host.advanceFrames(1);
      const endedIn = durations.map(() => Number.POSITIVE_INFINITY);
      let now = 0;
      for (const [i, [name, duration]] of durations.entries()) {
        const end = () => {
          endedIn[i] = now;
        };
        spawn(() => sleep(duration / 4 / 60, { clock: name }).then(end), { start: "now" });
      }
      for (const { timeScale, paused } of frames) {
        now++;
        host.timeScale = timeScale;
        if (paused) host.pause();
        else host.unpause();
        await host.advanceFrames(1);
      }
      await host.terminate();
      expect(endedIn).toEqual(
        durations.map(([name, duration]) => dueFrame(name, duration / 4, frames)),
      );
    },
  );
  await fc.assert(property, { numRuns: 100 });
}, 60_000);

test("a sleep that names a phase ends in that phase, at most a frame later", async () => {
  const property = fc.asyncProperty(
    clock,
    fc.constantFrom<Phase>(...PHASES),
    fc.integer({ min: 1, max: 20 }),
    async (name, phase, duration) => {
      const host = new TestHost();
      let endedIn: Phase | undefined;
      let isDone = false;
      const options = { clock: name, phase } as const;
      const task = spawn(() => sleep((duration - 0.5) / 60, options), { start: "now" });
      task.onSettled(() => {
        isDone = true;
      });
      const turn = host.turn.bind(host);
      host.turn = async (each) => {
        await turn(each);
        if (isDone) endedIn ??= each;
      };
      await host.advanceFrames(duration + 1);
      expect([task.state, endedIn]).toEqual(["completed", phase]);
      await host.terminate();
    },
  );
  await fc.assert(property, { numRuns: 60 });
}, 60_000);

test("the physics clock replays the same ticks at any frame rate", async () => {
  const steps = fc.array(
    fc.oneof(
      fc.integer({ min: 0, max: 20 }).map((ticks) => ["physicsFrames", ticks] as const),
      fc.integer({ min: 0, max: 400 }).map((msec) => ["sleep", msec / 1000] as const),
    ),
    { minLength: 1, maxLength: 8 },
  );
  const framesPerSecond = fc.integer({ min: 5, max: 240 });
  const property = fc.asyncProperty(steps, framesPerSecond, async (program, fps) => {
    const run = async (rate: number) => {
      const host = new TestHost({ framesPerSecond: rate, frameBudget: 1000 });
      const ticks: number[] = [];
      let tick = 0;
      spawn(
        async () => {
          for (const [what, amount] of program) {
            if (what === "sleep") await sleep(amount, { clock: "physics" });
            else await physicsFrames(amount);
            ticks.push(tick);
          }
        },
        { start: "now" },
      );
      for (tick = 1; tick < 260; tick++) await host.advancePhysics(1);
      await host.terminate();
      return ticks;
    };
    const ticks = await run(60);
    expect(ticks.length).toBe(program.length);
    expect(await run(fps)).toEqual(ticks);
  });
  await fc.assert(property, { numRuns: 40 });
}, 60_000);

test("the physics clock moves by the length of a tick, scaled, and stops with pause", async () => {
  const host = new TestHost({ physicsTicksPerSecond: 50 });
  const task = spawn(() => sleep(0.1, { clock: "physics" }), { start: "now" });
  host.timeScale = 2;
  await host.advancePhysics(1);
  host.pause();
  await host.advancePhysics(10);
  host.unpause();
  host.timeScale = 1;
  await host.advancePhysics(2);
  expect(task.state).toBe("running");
  await host.advancePhysics(1);
  expect(task.state).toBe("completed");
  await host.terminate();
});

test("a sleep on the physics clock goes on in the tick in which it is over", async () => {
  const host = new TestHost();
  const task = spawn(() => sleep(2 / 60, { clock: "physics" }), { start: "now" });
  await host.turn("physics");
  await host.turn("process");
  expect(task.state).toBe("running");
  await host.turn("physics");
  expect(task.state).toBe("completed");
  await host.terminate();
});
