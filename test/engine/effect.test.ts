import * as effect from "effect";
import { Effect, Exit, Fiber, Option } from "effect";
import { Engine, Node } from "godot";
import { currentTask, frames, scopeOf, sleep, spawn, type Task, yieldNow } from "godot-ts";
import { DocPage } from "./support/doc-programs";
import { newEnemy } from "./support/enemy";
import { enter, tree, until } from "./support/tree";

interface EffectOnFrames {
  runEffect<A, E>(effect: Effect.Effect<A, E>, options?: { name?: string }): Task<A>;
  fromTask<A>(body: () => A | PromiseLike<A>): Effect.Effect<A, unknown>;
}

const page = new DocPage("effect.md", { effect });
let onFrames: EffectOnFrames;
let shown: unknown[] = [];
const hud = { show: (what: unknown) => shown.push(what) };

beforeAll(() => {
  onFrames = page.loadFile("scripts/effect-on-frames.ts") as unknown as EffectOnFrames;
});
beforeEach(() => {
  shown = [];
});
afterEach(() => {
  tree().paused = false;
  Engine.timeScale = 1;
});

describe("the programs of docs/effect.md run:", () => {
  test("an effect as a task", async () => {
    await page.run("An effect as a task", { hud });
    expect(shown).toEqual([3, 2, 1, "go"]);
  });

  test("a wait as an effect, which comes in time, or too late", async () => {
    const enemy = newEnemy();
    // So that it comes in time, however long a frame is.
    tree().paused = true;
    const program = spawn(() => page.run("A wait as an effect", { hud, enemy }));
    await until(() => enemy.hurt.getConnections().length > 0);
    enemy.hurt.emit(7);
    await program;
    tree().paused = false;
    await page.run("A wait as an effect", { hud, enemy });
    expect(shown).toEqual([7, "missed"]);
    expect(enemy.hurt.getConnections().length).toBe(0);
    enemy.node.free();
  });

  test("and there are no others", () => {
    expect(page.headings).toEqual(["An effect as a task", "A wait as an effect"]);
  });
});

describe("an effect as a task", () => {
  test("runs in drains, in its turn: the first step, and what yields", async () => {
    const steps: string[] = [];
    const task = onFrames.runEffect(
      Effect.gen(function* () {
        steps.push("first");
        void yieldNow().then(() => steps.push("who yielded before"));
        yield* Effect.yieldNow;
        steps.push("second");
      }),
    );
    expect(steps).toEqual([]);
    await task;
    expect(steps).toEqual(["first", "who yielded before", "second"]);
  });

  test("sleeps by the game's clock, which stands while the game is paused", async () => {
    tree().paused = true;
    const nap = onFrames.runEffect(Effect.sleep("10 millis"));
    await sleep(0.1, { clock: "real" });
    expect(nap.state).toBe("running");
    tree().paused = false;
    await nap;
    expect(nap.state).toBe("completed");
  });

  test("sleeps by the game's clock, which goes faster with the time scale", async () => {
    Engine.timeScale = 100;
    const slow = sleep(1, { clock: "real" }).then(() => "real time");
    const fast = onFrames.runEffect(Effect.as(Effect.sleep("10 seconds"), "game time"));
    expect(await Promise.race([slow, fast])).toBe("game time");
  });

  test("is interrupted when the task is cancelled, and runs its finalizers first", async () => {
    const log: string[] = [];
    const task = onFrames.runEffect(
      Effect.sleep("1 hour").pipe(
        Effect.ensuring(
          Effect.gen(function* () {
            yield* Effect.sleep("1 millis");
            log.push("cleaned up");
          }),
        ),
        Effect.onInterrupt(() => Effect.sync(() => log.push("interrupted"))),
      ),
    );
    await frames(2);
    task.cancel("enough");
    expect(log).toEqual([]);
    await expect(task).rejects.toThrow("enough");
    expect([task.state, log]).toEqual(["cancelled", ["cleaned up", "interrupted"]]);
  });

  test("is interrupted when the node that it belongs to leaves the tree", async () => {
    const node = enter(new Node());
    const log: string[] = [];
    const task = scopeOf(node).spawn(() =>
      onFrames.runEffect(
        Effect.onInterrupt(Effect.never, () => Effect.sync(() => log.push("interrupted"))),
      ),
    );
    await frames(2);
    node.queueFree();
    await until(() => task.isSettled);
    expect([task.state, log]).toEqual(["cancelled", ["interrupted"]]);
  });

  test("is cancelled when the fiber interrupts itself", async () => {
    const task = onFrames.runEffect(Effect.interrupt);
    await expect(task).rejects.toThrow("its fiber was interrupted");
    expect(task.state).toBe("cancelled");
  });

  test("fails with the effect's error", async () => {
    const task = onFrames.runEffect(Effect.fail(new Error("no such level: 99")));
    await expect(task).rejects.toThrow("no such level: 99");
    expect(task.state).toBe("failed");
  });

  test("is the current task of its fibers, the forked ones too", async () => {
    const current = Effect.sync(() => currentTask());
    const task = onFrames.runEffect(
      Effect.gen(function* () {
        yield* Effect.sleep("1 millis");
        const forked = yield* Effect.forkChild(Effect.andThen(Effect.yieldNow, current));
        return [yield* current, yield* Fiber.join(forked)];
      }),
    );
    expect(await task).toEqual([task, task]);
  });
});

describe("a task as an effect", () => {
  test("is cancelled when the fiber is interrupted, which waits for its cleanup", async () => {
    const log: string[] = [];
    const walk = onFrames.fromTask(async () => {
      try {
        await sleep(100);
      } finally {
        await frames(2);
        log.push("stopped");
      }
    });
    const result = await onFrames.runEffect(Effect.timeoutOption(walk, "10 millis"));
    expect([Option.isNone(result), log]).toEqual([true, ["stopped"]]);
  });

  test("fails as the task does", async () => {
    const failing = onFrames.fromTask(() => Promise.reject(new Error("broken")));
    const exit = await onFrames.runEffect(Effect.exit(failing));
    expect(exit).toEqual(Exit.fail(new Error("broken")));
  });
});
