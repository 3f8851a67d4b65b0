import {
  AnimatedSprite2D,
  type AnimationPlayer,
  type AnimationTree,
  AudioStreamPlayer,
  type AudioStreamWAV,
  Callable,
  HTTPRequest,
  Node,
  PackedStringArray,
  Signal,
  type Thread,
} from "godot";
import {
  animationFinished,
  arm,
  CancelledError,
  changeScene,
  coroutine,
  finished,
  frames,
  joined,
  Latch,
  load,
  method,
  nextFrame,
  on,
  once,
  played,
  Runtime,
  register,
  request,
  runGroupOnPool,
  runOnPool,
  sceneChange,
  spawn,
  type Task,
  type WaitOptions,
} from "godot-ts";
import { gdNode } from "./support/gdscript";
import { recordLog } from "./support/log-recorder";
import { enter, tree, until } from "./support/tree";

/** What signals are aborted with. */
const aborted = new Error("aborted");

const moments = ["before it runs", "while it waits", "with its end", "after its end"] as const;
type Moment = (typeof moments)[number];

/** A wait, and what ends it. */
interface Operation {
  readonly wait: (options?: WaitOptions) => Promise<unknown>;
  readonly settle: () => void;
  /** The signals that it listens to, of what is there until it is cleaned away. */
  readonly heard?: readonly Signal[];
  readonly clean: () => void | Promise<void>;
}

/** Has a method that GDScript gets an AsyncTask from. */
@register()
class Worker extends Node {
  latch = new Latch();

  @method()
  async work(): Promise<void> {
    await this.latch.wait();
  }
}

function gdscript(name: string): Node {
  return enter(gdNode(name));
}

const operations: Readonly<Record<string, () => Operation>> = {
  coroutine() {
    const npc = gdscript("npc");
    return {
      wait: (options) => coroutine(npc.call("ponder"), options),
      settle: () => new Signal(npc, "thought").emit(),
      heard: [npc.treeExiting],
      clean() {
        new Signal(npc, "thought").emit();
        npc.free();
      },
    };
  },
  finished() {
    const tween = tree().createTween();
    tween.tweenInterval(1000);
    return {
      wait: (options) => finished(tween, options),
      settle: () => tween.customStep(2000),
      heard: [tween.finished],
      clean: () => tween.kill(),
    };
  },
  once: () => signalOperation((source, options) => once(source, options)),
  arm: () => signalOperation((source, options) => arm(source, options)),
  on: () =>
    signalOperation(async (source, options) => {
      for await (const _ of on(source, options)) break;
    }),
  "coroutine of an AsyncTask"() {
    const latch = new Latch();
    const worker = enter(new Worker());
    worker.latch = latch;
    return {
      wait: (options) => coroutine(worker.call("work"), options),
      settle: () => latch.open(),
      clean() {
        latch.open();
        worker.free();
      },
    };
  },
  "animationFinished of a tree"() {
    const maker = gdscript("animated");
    const body = enter(maker.call("anim_tree", ["walk"], 1000) as AnimationTree);
    return {
      wait: (options) => animationFinished(body, undefined, options),
      settle: () => body.animationFinished.emit("walk"),
      heard: [body.animationFinished, body.treeExiting],
      clean() {
        body.free();
        maker.free();
      },
    };
  },
  "animationFinished of a sprite"() {
    const maker = gdscript("animated");
    const sprite = enter(maker.call("sprite", new AnimatedSprite2D()) as AnimatedSprite2D);
    sprite.speedScale = 0.0001;
    sprite.play("jump");
    return {
      wait: (options) => animationFinished(sprite, undefined, options),
      settle: () => sprite.animationFinished.emit(),
      heard: [sprite.animationFinished, sprite.treeExiting],
      clean() {
        sprite.free();
        maker.free();
      },
    };
  },
  "animationFinished of a player"() {
    const maker = gdscript("animated");
    const player = enter(maker.call("player", ["open"], 1000) as AnimationPlayer);
    player.play("open");
    return {
      wait: (options) => animationFinished(player, "open", options),
      settle: () => player.advance(2000),
      heard: [player.animationFinished, player.treeExiting],
      clean() {
        player.free();
        maker.free();
      },
    };
  },
  played() {
    const maker = gdscript("animated");
    const player = enter(new AudioStreamPlayer());
    player.stream = maker.call("sound", 1000) as AudioStreamWAV;
    player.play();
    return {
      wait: (options) => played(player, options),
      settle: () => player.finished.emit(),
      heard: [player.finished, player.treeExiting],
      clean() {
        player.free();
        maker.free();
      },
    };
  },
  load: () => ({
    wait: (options) => load("res://package-lock.json", options),
    settle() {},
    clean() {},
  }),
  sceneChange: () => ({
    wait: (options) => sceneChange(tree(), options),
    settle: () => tree().sceneChanged.emit(),
    heard: [tree().sceneChanged],
    clean() {},
  }),
  changeScene() {
    const own = tree().currentScene;
    const old = enter(new Node());
    tree().currentScene = old;
    return {
      wait: (options) => changeScene("res://test/engine/scenes/one.tscn", options),
      settle() {},
      heard: [tree().sceneChanged],
      async clean() {
        await nextFrame();
        tree().currentScene?.free();
        tree().currentScene = own;
      },
    };
  },
  request: () => ({
    wait: (options) => request("http://127.0.0.1:1/", options).catch(rethrowCancellation),
    settle() {
      for (const node of tree().root.getChildren()) {
        if (node instanceof HTTPRequest)
          node.requestCompleted.emit(0, 200, new PackedStringArray(), new Uint8Array());
      }
    },
    clean() {},
  }),
  runOnPool() {
    const worker = gdscript("pool");
    return {
      wait: (options) => runOnPool(new Callable(worker, "work_until_stopped"), options),
      settle: () => worker.set("stops", true),
      clean: () => stopAndFree(worker),
    };
  },
  runGroupOnPool() {
    const worker = gdscript("pool");
    return {
      wait: (options) => runGroupOnPool(new Callable(worker, "work_until_stopped"), 2, options),
      settle: () => worker.set("stops", true),
      clean: () => stopAndFree(worker),
    };
  },
  joined() {
    const worker = gdscript("pool");
    const thread = worker.call("started", "work_until_stopped") as Thread;
    return {
      wait: (options) => joined(thread, options),
      settle: () => worker.set("stops", true),
      clean() {
        worker.set("stops", true);
        if (thread.isStarted()) thread.waitToFinish();
        worker.free();
      },
    };
  },
};

/** A wait for a signal of a node. */
function signalOperation(
  wait: (source: Signal<[]>, options?: WaitOptions) => Promise<unknown>,
): Operation {
  const node = enter(new Node());
  return {
    wait: (options) => wait(node.renamed, options),
    settle: () => node.renamed.emit(),
    heard: [node.renamed],
    clean: () => node.free(),
  };
}

/** A request to nobody may also end by itself. */
function rethrowCancellation(error: unknown): void {
  if (error instanceof CancelledError || error === aborted) throw error;
}

/** No thread may still be in it. */
async function stopAndFree(worker: Node): Promise<void> {
  worker.set("stops", true);
  await until(() => Number(worker.get("running")) === 0);
  worker.free();
}

function connections(signals: readonly Signal[]): number {
  return signals.reduce((sum, each) => sum + each.getConnections().size(), 0);
}

/** Runs an operation in a task that is cancelled at that moment. Tells how often its `finally` ran. */
async function cancelled(
  { wait, settle, clean, heard = [] }: Operation,
  moment: Moment,
): Promise<{ readonly state: string; readonly finallys: number; readonly connected: number }> {
  const connectedBefore = connections(heard);
  let finallys = 0;
  const task: Task = spawn(async () => {
    try {
      await wait();
    } finally {
      finallys++;
    }
  });
  if (moment === "before it runs") task.cancel();
  await nextFrame();
  if (moment === "with its end" || moment === "after its end") settle();
  if (moment === "after its end") await until(() => task.isSettled);
  // In the drain in which it goes on, before it does.
  if (moment === "with its end")
    while (!task.isReady && !task.isSettled) await nextFrame({ phase: "late" });
  task.cancel();
  await until(() => task.isSettled);
  await nextFrame();
  const connected = connections(heard) - connectedBefore;
  await clean();
  await nextFrame();
  return { state: task.state, finallys, connected };
}

test.each(Object.entries(operations))(
  "%s, whose signal is aborted while it waits, rejects with the reason and listens no more",
  async (_, make) => {
    await nextFrame();
    const waits = Runtime.current().waitCount;
    const { wait, clean, heard = [] } = make();
    const connectedBefore = connections(heard);
    const controller = new AbortController();
    const end = wait({ signal: controller.signal }).catch((error) => error);
    controller.abort(aborted);
    expect(await end).toBe(aborted);
    expect(connections(heard)).toBe(connectedBefore);
    await clean();
    await frames(2);
    expect(Runtime.current().waitCount).toBe(waits);
  },
);

describe.each(Object.entries(operations))("%s, cancelled", (_, make) => {
  const expected = {
    "before it runs": { state: "cancelled", finallys: 0, connected: 0 },
    "while it waits": { state: "cancelled", finallys: 1, connected: 0 },
    "with its end": { state: "cancelled", finallys: 1, connected: 0 },
    "after its end": { state: "completed", finallys: 1, connected: 0 },
  } as const;

  test.each(moments)("%s, ends once and leaves no wait behind", async (moment) => {
    await nextFrame();
    const waits = Runtime.current().waitCount;
    const log = await recordLog(async () => {
      expect(await cancelled(make(), moment)).toEqual(expected[moment]);
    });
    expect(log).toEqual([]);
    expect(Runtime.current().waitCount).toBe(waits);
  });
});
