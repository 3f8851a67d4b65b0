import { Engine, Node } from "godot";
import { type ClockName, frames, nextFrame, register, sleep, spawn, type Task } from "godot-ts";
import { enter, tree, until } from "./support/tree";

/** A node of the game that changes the time scale when its turn comes. */
@register()
class TimeScaler extends Node {
  #next: { readonly when: "tick" | "process"; readonly scale: number } | undefined;

  override _physicsProcess(): void {
    this.#turn("tick");
  }

  override _process(): void {
    this.#turn("process");
  }

  /** Resolves when it has. */
  async change(when: "tick" | "process", scale: number): Promise<void> {
    this.#next = { when, scale };
    await until(() => this.#next === undefined);
  }

  #turn(when: "tick" | "process"): void {
    if (this.#next?.when !== when) return;
    Engine.timeScale = this.#next.scale;
    this.#next = undefined;
  }
}

let scaler: TimeScaler;
beforeEach(() => {
  scaler = enter(new TimeScaler());
});
afterEach(() => {
  Engine.timeScale = 1;
  scaler.free();
});

const clocks = ["game", "unscaled", "real", "physics"] as const;

function sleepOn(clock: ClockName, seconds: number): Task<void> {
  return spawn(() => sleep(seconds, { clock }), { start: "now" });
}

const states = (tasks: readonly Task<void>[]) => tasks.map(({ state }) => state);

describe("at time scale 0", () => {
  test("sleeps on the clocks that are scaled stand still, and the others end", async () => {
    Engine.timeScale = 0;
    await nextFrame();
    const tasks = clocks.map((clock) => sleepOn(clock, 0.05));
    const [, unscaled, real] = tasks;
    await until(() => unscaled?.isSettled === true && real?.isSettled === true);
    expect(states(tasks)).toEqual(["running", "completed", "completed", "running"]);
    Engine.timeScale = 1;
    await until(() => tasks.every((task) => task.isSettled));
    expect(states(tasks)).toEqual(["completed", "completed", "completed", "completed"]);
  });

  test("sleeps that had begun before do the same", async () => {
    const tasks = clocks.map((clock) => sleepOn(clock, 0.2));
    Engine.timeScale = 0;
    const [, unscaled, real] = tasks;
    await until(() => unscaled?.isSettled === true && real?.isSettled === true);
    expect(states(tasks)).toEqual(["running", "completed", "completed", "running"]);
    Engine.timeScale = 1;
    await until(() => tasks.every((task) => task.isSettled));
  });
});

describe("when the time scale changes meanwhile", () => {
  const ways = {
    "by a task": change,
    "in a physics tick": (scale: number) => scaler.change("tick", scale),
    "in a node's _process": (scale: number) => scaler.change("process", scale),
  };
  for (const [how, changeTo] of Object.entries(ways)) {
    for (const clock of ["game", "unscaled", "physics"] as const) {
      test(`${how}, a sleep on the clock ${clock} ends when the engine's own timer does`, async () => {
        const [ofTimer, ofSleep] = await ends(clock, changeTo);
        expect(ofSleep).toBe(ofTimer);
      });
    }
  }

  test("by who hears process_frame, a sleep on the clock unscaled ends no earlier than the timer", async () => {
    const [ofTimer, ofSleep] = await ends("unscaled", changeInSignal);
    expect(ofSleep).toBeGreaterThanOrEqual(ofTimer);
  });
});

const seconds = 0.4321;
/** At scale 0 the engine's delta says nothing, so that what is unscaled goes by the computer's clock. */
const scales = {
  game: [0.05, 3, 0, 0.5, 3, 0, 1],
  unscaled: [3, 0.05, 0.5, 0.02, 1],
  physics: [0.05, 3, 0, 0.5, 3, 0, 1],
};
/** By so much a sleep may end early, since frames don't add up to the exact sum. */
const leeway = 1e-6;

type EngineClock = Exclude<ClockName, "real">;

/** The frame, or the tick, that goes on. */
function moment(clock: EngineClock): number {
  return clock === "physics" ? Engine.getPhysicsFrames() : Engine.getProcessFrames();
}

/** When the engine's timer and the sleep have ended, while the time scale changes. */
async function ends(
  clock: EngineClock,
  changeTo: (scale: number) => Promise<void>,
): Promise<readonly [ofTimer: number, ofSleep: number]> {
  // Behind the engine's timers of the frame, so that both begin with the next one.
  await nextFrame({ phase: "late" });
  const both = Promise.all([endOfTimer(clock, seconds), endOfSleep(clock, seconds)]);
  for (const scale of scales[clock]) {
    await changeTo(scale);
    await frames(5);
  }
  return both;
}

async function endOfSleep(clock: EngineClock, duration: number): Promise<number> {
  await sleep(duration, { clock });
  return moment(clock);
}

function endOfTimer(clock: EngineClock, duration: number): Promise<number> {
  const isPhysics = clock === "physics";
  const timer = tree().createTimer(duration - leeway, false, isPhysics, clock === "unscaled");
  return new Promise((resolve) => {
    timer.timeout.connect(() => resolve(moment(clock)));
  });
}

async function change(scale: number): Promise<void> {
  Engine.timeScale = scale;
}

function changeInSignal(scale: number): Promise<void> {
  return new Promise((resolve) => {
    const stop = tree().processFrame.connect(() => {
      Engine.timeScale = scale;
      stop();
      resolve();
    });
  });
}
