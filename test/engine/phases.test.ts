import { Engine, Node, RenderingServer, Signal } from "godot";
import {
  AsyncExecutorDriver,
  nextFrame,
  once,
  physicsFrame,
  physicsFrames,
  Runtime,
  register,
  sleep,
  spawn,
} from "godot-ts";
import { recordLog } from "./support/log-recorder";
import { enter, tree, until } from "./support/tree";

/** A node of the game that logs what the engine does with it. */
@register()
class PhaseNode extends Node {
  log: string[] = [];

  override _physicsProcess(): void {
    this.log.push("node's _physicsProcess");
  }

  override _process(): void {
    this.log.push("node's _process", "emits");
    this.emitSignal("script_changed");
    this.log.push("has emitted");
    this.callDeferred("emit_signal", "renamed");
  }
}

let node: PhaseNode;
let frameBudget: number;
beforeEach(() => {
  const { pool } = Runtime.current();
  ({ frameBudget } = pool);
  // On a slow machine the rest of a drain would come in the next frame.
  pool.frameBudget = Number.POSITIVE_INFINITY;
  node = enter(new PhaseNode());
});
afterEach(() => {
  node.free();
  Runtime.current().pool.frameBudget = frameBudget;
});

/**
 * Logs one frame, from the end of the one before to its own. Each line comes once: a frame has no
 * physics tick, one, or several when it comes late.
 */
async function logFrame(): Promise<readonly string[]> {
  const log: string[] = [];
  const abort = new AbortController();
  const { signal } = abort;
  const say = (what: string) => () => void log.push(what);
  await nextFrame({ phase: "late" });
  node.log = log;
  const unlisten = [
    tree().physicsFrame.connect(say("signal physics_frame")),
    tree().processFrame.connect(say("signal process_frame")),
    node.renamed.connect(say("deferred call")),
  ];
  const timer = tree().createTimer(0);
  timer.timeout.connect(say("timer"));
  const tween = tree().createTween();
  tween.tweenCallback(say("tween") as never);
  for (const phase of ["physics", "process", "preDraw", "postDraw"] as const) {
    nextFrame({ phase, signal }).then(say(`drain ${phase}`), () => {});
  }
  once(new Signal(node, "script_changed"), { signal }).then(say("emission resumes"), () => {});
  once(node.renamed, { signal }).then(say("deferred call resumes"), () => {});
  once(timer.timeout, { signal }).then(say("timer resumes"), () => {});
  once(tween.finished, { signal }).then(say("tween resumes"), () => {});
  await nextFrame({ phase: "late" });
  log.push("drain late");
  await Promise.resolve();
  for (const stop of unlisten) stop();
  node.log = [];
  abort.abort();
  await nextFrame();
  return [...new Set(log)];
}

function connections(): number {
  return ["frame_pre_draw", "frame_post_draw"]
    .map((name) => RenderingServer.getSignalConnectionList(name).size())
    .reduce((sum, count) => sum + count);
}

const driver = () => tree().root.getNode("AsyncExecutorDriver") as AsyncExecutorDriver;

describe("the phases of a frame", () => {
  test("come in their order, and nothing resumes within an emission", async () => {
    let log = await logFrame();
    while (!log.includes("drain physics")) log = await logFrame();
    expect(log).toEqual([
      "signal physics_frame",
      "drain physics",
      "node's _physicsProcess",
      "signal process_frame",
      "drain process",
      "node's _process",
      "emits",
      "has emitted",
      "deferred call",
      "timer",
      "tween",
      "drain preDraw",
      "drain postDraw",
      "drain late",
      "emission resumes",
      "deferred call resumes",
      "timer resumes",
      "tween resumes",
    ]);
  });

  test("are where a wait goes on that names one, whatever ended it", async () => {
    const task = spawn(async () => {
      await once(node.renamed, { phase: "physics" });
      return Engine.isInPhysicsFrame();
    });
    expect(await task).toBe(true);
    await nextFrame();
    expect(Engine.isInPhysicsFrame()).toBe(false);
  });

  test("preDraw and postDraw say that nothing is drawn without a window", async () => {
    expect(await nextFrame({ phase: "preDraw" })).toEqual({ drawn: false });
    expect(await nextFrame({ phase: "postDraw" })).toEqual({ drawn: false });
  });

  test("physics is driven only while somebody waits for it", async () => {
    await until(() => !driver().isPhysicsProcessing());
    const wait = physicsFrame();
    expect(driver().isPhysicsProcessing()).toBe(true);
    await wait;
    await until(() => !driver().isPhysicsProcessing());
  });

  test("the drawing is listened to only while somebody waits for it", async () => {
    await until(() => connections() === 0);
    const wait = nextFrame({ phase: "postDraw" });
    expect(connections()).toBe(2);
    await wait;
    await until(() => connections() === 0);
  });

  test("a cancelled wait needs its phase no longer", async () => {
    const task = spawn(() => physicsFrames(1_000_000), { start: "now" });
    expect(driver().isPhysicsProcessing()).toBe(true);
    task.cancel();
    await until(() => !driver().isPhysicsProcessing());
  });
});

describe("physics ticks", () => {
  test("are counted one by one", async () => {
    const ticks: number[] = [];
    for (let i = 0; i < 4; i++) {
      await physicsFrame();
      ticks.push(Number(Engine.getPhysicsFrames()));
    }
    const [first = 0] = ticks;
    expect(ticks).toEqual([first, first + 1, first + 2, first + 3]);
    await physicsFrames(5);
    expect(Number(Engine.getPhysicsFrames())).toBe(first + 8);
  });

  test("are what a sleep on the clock physics counts", async () => {
    await physicsFrame();
    const first = Number(Engine.getPhysicsFrames());
    await sleep(6 / Engine.physicsTicksPerSecond, { clock: "physics" });
    expect(Number(Engine.getPhysicsFrames()) - first).toBe(6);
    expect(Engine.isInPhysicsFrame()).toBe(true);
  });
});

describe("without a driver", () => {
  test("every phase comes at the end of the frame", async () => {
    const autoload = driver();
    await recordLog(async () => {
      tree().root.removeChild(autoload);
      const log: string[] = [];
      await spawn(async () => {
        await physicsFrame();
        log.push("physics");
        await nextFrame();
        log.push("process");
        await nextFrame({ phase: "preDraw" });
        log.push("preDraw");
        await nextFrame({ phase: "late" });
        log.push("late");
        await sleep(0.01, { clock: "physics" });
        log.push("sleep");
      });
      expect(log).toEqual(["physics", "process", "preDraw", "late", "sleep"]);
    });
    tree().root.addChild(autoload);
    await nextFrame();
  });

  test("a driver that comes takes over the phases that are waited for", async () => {
    const autoload = driver();
    await recordLog(async () => {
      tree().root.removeChild(autoload);
      const task = spawn(() => physicsFrames(20), { start: "now" });
      tree().root.addChild(autoload);
      expect(autoload.isPhysicsProcessing()).toBe(true);
      await task;
    });
  });

  test("a second driver drives no phase", async () => {
    await recordLog(async () => {
      const second = enter(new AsyncExecutorDriver());
      const wait = physicsFrame();
      expect(second.isPhysicsProcessing()).toBe(false);
      await wait;
      second.free();
    });
  });
});
