import fc from "fast-check";
import {
  frames,
  nextFrame,
  Scope,
  sleep,
  spawn,
  type Task,
  type TaskGroup,
  type TaskOwner,
  TestHost,
  taskGroup,
  yieldNow,
} from "../../../src/executor";

/** What a task does: its steps in order, then its cleanup. */
interface Plan {
  readonly steps: readonly Step[];
  /** Waits and tasks. */
  readonly cleanup: readonly ("wait" | "spawn")[];
  readonly end: "return" | "throw";
}

type Step =
  | { readonly kind: "wait"; readonly wait: keyof typeof WAITS }
  | { readonly kind: "spawn" | "scope" | "detached"; readonly plan: Plan }
  | { readonly kind: "group"; readonly plans: readonly Plan[]; readonly pause: boolean };

const WAITS = {
  nextFrame: () => nextFrame(),
  frames: () => frames(2),
  sleep: () => sleep(0.03),
  yieldNow: () => yieldNow(),
  forever: () => sleep(Number.POSITIVE_INFINITY),
} as const;

const { plan } = fc.letrec<{ plan: Plan; step: Step }>((tie) => ({
  step: fc.oneof(
    { depthSize: "large", maxDepth: 5 },
    fc.record({
      kind: fc.constant("wait" as const),
      wait: fc.constantFrom(...(Object.keys(WAITS) as (keyof typeof WAITS)[])),
    }),
    fc.record({
      kind: fc.constantFrom("spawn" as const, "scope" as const, "detached" as const),
      plan: tie("plan"),
    }),
    fc.record({
      kind: fc.constant("group" as const),
      plans: fc.array(tie("plan"), { maxLength: 3 }),
      pause: fc.boolean(),
    }),
  ),
  plan: fc.record({
    steps: fc.array(tie("step"), { minLength: 1, maxLength: 4, size: "max" }),
    cleanup: fc.array(fc.constantFrom("wait", "spawn"), { maxLength: 2 }),
    end: fc.constantFrom("return", "return", "throw"),
  }),
}));

const cancels = fc.array(
  fc.record({
    frame: fc.integer({ min: 0, max: 12 }),
    drain: fc.constantFrom("process", "late"),
    target: fc.nat({ max: 30 }),
    how: fc.constantFrom("cancel", "close"),
  }),
  { maxLength: 6 },
);

const FOREVER: Plan = { steps: [{ kind: "wait", wait: "forever" }], cleanup: [], end: "return" };

class Game {
  readonly host = new TestHost();
  readonly tasks: Task[] = [];
  readonly owners: TaskOwner[] = [];
  readonly cleanups: number[] = [];
  /** Of each group, whether anything was left in it when it had been left. */
  readonly remains: boolean[] = [];
  begun = 0;

  start(given: Plan, how: "spawn" | "scope" | "detached", scope: Scope): Task | undefined {
    const body = () => this.#run(given, scope);
    try {
      const task =
        how === "scope"
          ? scope.spawn(body)
          : spawn(body, how === "detached" ? { scope: null } : undefined);
      task.onSettled(() => true);
      this.tasks.push(task);
      this.owners.push(task);
      return task;
    } catch {
      // A scope that is closed refuses.
      return undefined;
    }
  }

  async #run(given: Plan, scope: Scope): Promise<void> {
    const number = this.begun++;
    this.cleanups[number] = 0;
    try {
      for (const step of given.steps) await this.#take(step, scope);
      if (given.end === "throw") throw new Error("planned");
    } finally {
      this.cleanups[number]++;
      for (const step of given.cleanup) {
        if (step === "wait") await nextFrame();
        else this.start(FOREVER, "spawn", scope);
      }
    }
  }

  async #fill(group: TaskGroup, step: Step & { kind: "group" }): Promise<void> {
    await using left = group;
    for (const each of step.plans) {
      try {
        if (step.pause) await sleep(0.02);
      } finally {
        this.start(each, "scope", left);
      }
    }
  }

  async #take(step: Step, scope: Scope): Promise<void> {
    if (step.kind === "wait") {
      await WAITS[step.wait]();
    } else if (step.kind === "group") {
      const group = taskGroup();
      this.owners.push(group);
      try {
        await this.#fill(group, step);
      } finally {
        this.remains.push(!group.isEmpty);
      }
    } else {
      this.start(step.plan, step.kind, scope);
    }
  }
}

test("in a tree of tasks, groups and scopes, cancelled at random, all ends once and nothing is left", async () => {
  const unhandled: unknown[] = [];
  const onUnhandled = (reason: unknown) => unhandled.push(reason);
  process.on("unhandledRejection", onUnhandled);
  const property = fc.asyncProperty(plan, plan, cancels, async (first, second, ends) => {
    const game = new Game();
    const { host } = game;
    const scope = new Scope("game");
    game.owners.push(scope);
    game.start(first, "spawn", scope);
    game.start(second, "scope", scope);
    for (let frame = 0; frame < 14; frame++) {
      for (const drain of ["process", "late"] as const) {
        for (const end of ends) {
          if (end.frame !== frame || end.drain !== drain) continue;
          const target = game.owners[end.target % game.owners.length];
          if (target?.kind === "scope" && end.how === "close") target.close("at random");
          else target?.cancel("at random");
        }
        await host.turn(drain);
      }
      host.spend(1000 / 60);
    }
    scope.close("the game is over");
    for (let frame = 0; frame < 20; frame++) await host.advanceFrames(1);
    expect(scope.tasks).toEqual([]);
    // Cleanups of tasks that belong to nobody start others.
    for (let round = 0; round < 8; round++) {
      for (const task of game.tasks) task.cancel("the end");
      await host.advanceFrames(4);
    }
    const { runtime, pool, errors, warnings } = host;
    expect([errors, warnings]).toEqual([[], []]);
    expect(game.tasks.filter((task) => !task.isSettled)).toEqual([]);
    expect(game.cleanups).toEqual(game.cleanups.map(() => 1));
    expect(game.remains).toEqual(game.remains.map(() => false));
    expect([runtime.taskCount, runtime.waitCount, pool.readyCount]).toEqual([0, 0, 0]);
    expect([runtime.timers.game.size, runtime.frames.isEmpty]).toEqual([0, true]);
    expect(runtime.owned.first).toBeUndefined();
    await host.terminate();
  });
  await fc.assert(property, { numRuns: 300, endOnFailure: true });
  process.off("unhandledRejection", onUnhandled);
  expect(unhandled).toEqual([]);
}, 60_000);
