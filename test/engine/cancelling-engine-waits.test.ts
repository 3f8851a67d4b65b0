import {
  type AnimationPlayer,
  AudioStreamPlayer,
  type AudioStreamWAV,
  Callable,
  HTTPRequest,
  type Node,
  PackedStringArray,
  Signal,
  type Thread,
} from "godot";
import {
  animationFinished,
  CancelledError,
  coroutine,
  finished,
  joined,
  load,
  nextFrame,
  played,
  Runtime,
  request,
  runGroupOnPool,
  runOnPool,
  sceneChange,
  spawn,
  type Task,
} from "godot-ts";
import { gdNode } from "./support/gdscript";
import { recordLog } from "./support/log-recorder";
import { enter, tree, until } from "./support/tree";

const moments = ["before it runs", "while it waits", "with its end", "after its end"] as const;
type Moment = (typeof moments)[number];

/** A wait, and what ends it. */
interface Operation {
  readonly wait: () => Promise<unknown>;
  readonly settle: () => void;
  readonly clean: () => void | Promise<void>;
}

function gdscript(name: string): Node {
  return enter(gdNode(name));
}

const operations: Readonly<Record<string, () => Operation>> = {
  coroutine() {
    const npc = gdscript("npc");
    return {
      wait: () => coroutine(npc.call("ponder")),
      settle: () => new Signal(npc, "thought").emit(),
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
      wait: () => finished(tween),
      settle: () => tween.customStep(2000),
      clean: () => tween.kill(),
    };
  },
  animationFinished() {
    const maker = gdscript("animated");
    const player = enter(maker.call("player", ["open"], 1000) as AnimationPlayer);
    player.play("open");
    return {
      wait: () => animationFinished(player, "open"),
      settle: () => player.advance(2000),
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
      wait: () => played(player),
      settle: () => player.finished.emit(),
      clean() {
        player.free();
        maker.free();
      },
    };
  },
  load: () => ({
    wait: () => load("res://package-lock.json"),
    settle() {},
    clean() {},
  }),
  sceneChange: () => ({
    wait: () => sceneChange(),
    settle: () => tree().sceneChanged.emit(),
    clean() {},
  }),
  request: () => ({
    wait: () => request("http://127.0.0.1:1/").catch((error) => rethrowCancellation(error)),
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
      wait: () => runOnPool(new Callable(worker, "work_until_stopped")),
      settle: () => worker.set("stops", true),
      clean: () => stopAndFree(worker),
    };
  },
  runGroupOnPool() {
    const worker = gdscript("pool");
    return {
      wait: () => runGroupOnPool(new Callable(worker, "work_until_stopped"), 2),
      settle: () => worker.set("stops", true),
      clean: () => stopAndFree(worker),
    };
  },
  joined() {
    const worker = gdscript("pool");
    const thread = worker.call("started", "work_until_stopped") as Thread;
    return {
      wait: () => joined(thread),
      settle: () => worker.set("stops", true),
      clean() {
        worker.set("stops", true);
        if (thread.isStarted()) thread.waitToFinish();
        worker.free();
      },
    };
  },
};

/** A request to nobody may also end by itself. */
function rethrowCancellation(error: unknown): void {
  if (error instanceof CancelledError) throw error;
}

/** No thread may still be in it. */
async function stopAndFree(worker: Node): Promise<void> {
  worker.set("stops", true);
  await until(() => Number(worker.get("running")) === 0);
  worker.free();
}

/** Runs an operation in a task that is cancelled at that moment. Tells how often its `finally` ran. */
async function cancelled(
  { wait, settle, clean }: Operation,
  moment: Moment,
): Promise<{ readonly state: string; readonly finallys: number }> {
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
  task.cancel();
  await until(() => task.isSettled);
  await clean();
  await nextFrame();
  return { state: task.state, finallys };
}

describe.each(Object.entries(operations))("%s, cancelled", (_, make) => {
  const expected = {
    "before it runs": { state: "cancelled", finallys: 0 },
    "while it waits": { state: "cancelled", finallys: 1 },
    "with its end": { state: "cancelled", finallys: 1 },
    "after its end": { state: "completed", finallys: 1 },
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
