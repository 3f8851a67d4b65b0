import { Node, RefCounted, type Signal } from "godot";
import {
  type AsyncTask,
  currentTask,
  method,
  nextFrame,
  once,
  Runtime,
  register,
  Scope,
  scopeOf,
  signal,
  sleep,
  spawn,
  type Task,
} from "godot-ts";
import { gdNode } from "./support/gdscript";
import { recordLog } from "./support/log-recorder";
import { enter, until } from "./support/tree";

const log: string[] = [];

@register()
class TestPatrol extends Node {
  started: Task[] = [];
  @signal() readonly seen!: Signal<[]>;

  override _ready(): void {
    this.started.push(spawn(() => forever("patrol"), { name: "patrol" }));
  }

  @method()
  async walk(): Promise<void> {
    await forever("walk");
  }

  @method()
  listen(): void {
    this.seen.connect(() => this.started.push(spawn(() => forever("handler"))));
    this.seen.connect(async () => {
      await nextFrame();
      await forever("async handler").catch(() => undefined);
    });
  }

  /** Begins something without a task. */
  @method()
  wander(): void {
    void this.#wander().catch(() => undefined);
  }

  async #wander(): Promise<void> {
    await nextFrame();
    await nextFrame();
    await forever("wandering");
  }

  @method()
  emitSeen(): void {
    this.seen.emit();
  }
}

@register()
class TestAwakening extends Node {
  task: Task | undefined;

  override async _ready(): Promise<void> {
    this.task = currentTask();
    await forever("ready");
  }
}

@register()
class TestQuest extends RefCounted {
  @method()
  async solve(): Promise<void> {
    await forever("quest");
  }
}

async function forever(name: string): Promise<void> {
  try {
    await sleep(Number.POSITIVE_INFINITY);
  } catch (error) {
    log.push(`${name}: ${(error as Error).message}`);
    throw error;
  }
}

async function whenSettled(task: Task): Promise<string> {
  await until(() => task.isSettled);
  return task.state === "cancelled" ? (task.error as Error).message : task.state;
}

let script: Node;
let node: Node;
beforeEach(() => {
  log.length = 0;
  script = enter(gdNode("scopes"));
  node = new Node();
  node.name = "Guard";
  enter(node);
});
afterEach(() => {
  script.free();
  if (isAlive(node)) node.free();
});

function isWandering(scope: Scope): boolean {
  return [...scope.waits].some((wait) => wait.name === "sleep(Infinity)");
}

function isAlive(object: Node): boolean {
  try {
    return object.getInstanceId() !== 0;
  } catch {
    return false;
  }
}

describe("the scope of a node", () => {
  test("is the parent of the tasks that are started in it", () => {
    const task = scopeOf(node).spawn(() => forever("task"));
    expect(task.parent).toBe(scopeOf(node));
    expect(scopeOf(node).tasks).toEqual([task]);
    task.cancel();
  });

  test("cancels them when the node leaves the tree", async () => {
    const task = scopeOf(node).spawn(() => forever("task"));
    await nextFrame();
    node.getParent()?.removeChild(node);
    expect(await whenSettled(task)).toBe(
      'the tasks of Node "Guard" were cancelled: it left the tree',
    );
  });

  test("cancels them when GDScript frees the node", async () => {
    const task = scopeOf(node).spawn(() => forever("task"));
    await nextFrame();
    script.call("free_node", node);
    expect(await whenSettled(task)).toBe('the tasks of Node "Guard" were cancelled: it was freed');
  });

  test("cancels them before the node's freed object could be used", async () => {
    const seen: string[] = [];
    const task = scopeOf(node).spawn(async () => {
      for (;;) {
        await nextFrame();
        seen.push(String(node.name));
      }
    });
    await until(() => seen.length > 0);
    node.free();
    expect(await whenSettled(task)).toContain("it was freed");
  });

  test("cancels them when the node is freed at the end of the frame", async () => {
    const task = scopeOf(node).spawn(() => forever("task"));
    await nextFrame();
    script.call("queue_free_node", node);
    expect(await whenSettled(task)).toBe('the tasks of Node "Guard" were cancelled: it was freed');
  });

  test("cancels them when the parent of the node is freed", async () => {
    const child = new Node();
    child.name = "Child";
    node.addChild(child);
    const task = scopeOf(child).spawn(() => forever("task"));
    await nextFrame();
    node.free();
    expect(await whenSettled(task)).toBe('the tasks of Node "Child" were cancelled: it was freed');
  });

  test("leaves them alone when the node is back within the frame", async () => {
    const task = scopeOf(node).spawn(() => forever("task"));
    await nextFrame();
    script.call("reparent_node", node, script);
    await nextFrame();
    await nextFrame();
    expect(task.state).toBe("running");
    node.getParent()?.removeChild(node);
    expect(await whenSettled(task)).toContain("left the tree");
  });

  test("waits for a node to enter that isn't in the tree yet", async () => {
    const late = new Node();
    const task = scopeOf(late).spawn(() => forever("task"));
    await nextFrame();
    await nextFrame();
    expect(task.state).toBe("running");
    node.addChild(late);
    await nextFrame();
    node.removeChild(late);
    expect(await whenSettled(task)).toContain("left the tree");
    late.free();
  });

  test("cancels the tasks of a node that is freed before it has entered", async () => {
    const late = new Node();
    const task = scopeOf(late).spawn(() => forever("task"));
    await nextFrame();
    late.free();
    expect(await whenSettled(task)).toContain("was freed");
  });

  test("until free outlives the tree", async () => {
    const task = scopeOf(node, { until: "free" }).spawn(() => forever("task"));
    await nextFrame();
    node.getParent()?.removeChild(node);
    await nextFrame();
    await nextFrame();
    expect(task.state).toBe("running");
    node.free();
    expect(await whenSettled(task)).toContain("was freed");
  });

  test("starts tasks again when the node has come back", async () => {
    scopeOf(node).spawn(() => forever("first"));
    await nextFrame();
    const parent = node.getParent();
    parent?.removeChild(node);
    await until(() => log.length > 0);
    parent?.addChild(node);
    const task = scopeOf(node).spawn(() => nextFrame());
    expect(await whenSettled(task)).toBe("completed");
  });

  test("refuses to start a task for a freed node, and says why", () => {
    const scope = scopeOf(node);
    node.free();
    expect(() => scope.spawn(() => 1)).toThrow(
      'Node "Guard" can start no more tasks: the tasks of Node "Guard" were cancelled: it was freed',
    );
    expect(() => scopeOf(node)).toThrow("freed");
  });

  test("listens to the node only while it has tasks", async () => {
    const task = scopeOf(node).spawn(() => nextFrame());
    expect(node.treeExiting.getConnections().size()).toBe(1);
    await whenSettled(task);
    expect(node.treeExiting.getConnections().size()).toBe(0);
  });

  test("can process as the node can", () => {
    const task = scopeOf(node).spawn(() => forever("task"));
    expect(task.canProcess()).toBe(true);
    node.processMode = Node.PROCESS_MODE_DISABLED;
    expect(task.canProcess()).toBe(false);
    task.cancel();
  });

  test("refuses what isn't a node", () => {
    expect(() => scopeOf({} as Node)).toThrow("scopeOf(node) needs a Node");
    expect(() => scopeOf(node, { until: "exi" as "exit" })).toThrow(
      'scopeOf\'s until is "exit" or "free", but got "exi"',
    );
  });
});

describe("what belongs to a node by itself", () => {
  test("a task that is started in its _ready", async () => {
    const patrol = enter(new TestPatrol());
    expect(patrol.started.map((task) => task.parent)).toEqual([scopeOf(patrol)]);
    await nextFrame();
    patrol.free();
    await until(() => log.length > 0);
    expect(log).toEqual([expect.stringContaining("it was freed")]);
  });

  test("also when a task of somebody else adds it to the tree", async () => {
    const patrol = new TestPatrol();
    const after: Task[] = [];
    const spawner = spawn(() => {
      node.addChild(patrol);
      after.push(spawn(() => forever("spawner's own")));
      return forever("spawner");
    });
    await nextFrame();
    expect(patrol.started.map((task) => task.parent)).toEqual([scopeOf(patrol)]);
    expect(after.map((task) => task.parent)).toEqual([spawner]);
    spawner.cancel();
  });

  test("its async _ready, which is a task", async () => {
    const awakening = enter(new TestAwakening());
    const { task } = awakening;
    expect([task?.name, task?.parent]).toEqual(["TestAwakening._ready", scopeOf(awakening)]);
    awakening.free();
    await until(() => log.length > 0);
    expect(log).toEqual([expect.stringContaining("ready: ")]);
  });

  test("an async method that GDScript calls", async () => {
    const patrol = enter(new TestPatrol());
    const { task } = script.call("start", patrol) as AsyncTask;
    expect(task?.parent).toBe(scopeOf(patrol));
    await nextFrame();
    patrol.free();
    await until(() => task?.isSettled === true);
    expect(task?.state).toBe("cancelled");
  });

  test("a task that a handler starts, of a signal that the node's method connected", async () => {
    const patrol = enter(new TestPatrol());
    patrol.call("listen");
    const other = enter(new TestPatrol());
    const emitter = spawn(() => {
      patrol.seen.emit();
      return forever("emitter");
    });
    await nextFrame();
    expect(patrol.started.map((task) => task.parent)).toEqual([scopeOf(patrol), scopeOf(patrol)]);
    emitter.cancel();
    await nextFrame();
    other.free();
    patrol.free();
    await until(() => log.length === 5);
    expect(log.filter((line) => line.startsWith("async handler"))).toEqual([
      expect.stringContaining("it was freed"),
    ]);
  });

  test("the waits of an async function that a method calls, through all its awaits", async () => {
    const patrol = enter(new TestPatrol());
    patrol.call("wander");
    await until(() => [...Runtime.current().allScopes()].some((scope) => isWandering(scope)));
    patrol.free();
    await until(() => log.length === 2);
    expect(log).toContainEqual(expect.stringMatching(/^wandering: .*it was freed$/));
  });

  test("not what the code outside of it begins afterwards", async () => {
    const patrol = enter(new TestPatrol());
    const task = spawn(() => nextFrame());
    expect(task.parent).toBeUndefined();
    await task;
    patrol.free();
  });
});

test("a handler that nobody's code connected belongs to nobody, whoever emits", async () => {
  const started: Task[] = [];
  const patrol = enter(new TestPatrol());
  patrol.seen.connect(() => started.push(spawn(() => nextFrame())));
  patrol.call("emit_seen");
  expect(started.map((task) => task.parent)).toEqual([undefined]);
  patrol.free();
  await until(() => started.every((task) => task.isSettled));
  expect(started.map((task) => task.state)).toEqual(["completed"]);
});

test("an async method of what isn't a node belongs to the task that called it", async () => {
  const quest = new TestQuest();
  const outer: Task[] = [];
  const inner: (Task | undefined)[] = [];
  outer.push(
    spawn(() => {
      inner.push((quest.call("solve") as AsyncTask).task);
      return forever("outer");
    }),
  );
  await nextFrame();
  expect(inner.map((task) => task?.parent)).toEqual(outer);
  outer[0]?.cancel();
  await until(() => log.length === 2);
});

test("a task that a node owns and that ignores its cancellation is named", async () => {
  const entries = await recordLog(async () => {
    const task = scopeOf(node).spawn(() => new Promise(() => undefined), { name: "stubborn" });
    await nextFrame();
    node.free();
    await until(() => task.isSettled);
  });
  expect(entries.map((entry) => entry.text)).toEqual([
    expect.stringContaining('task "stubborn" was cancelled, but hasn\'t ended within 250 ms'),
  ]);
});

test("a wait in a scope of a node is cancelled with it, also one of a signal", async () => {
  const task = scopeOf(node).spawn(() => once(node.renamed));
  await nextFrame();
  node.getParent()?.removeChild(node);
  expect(await whenSettled(task)).toContain("left the tree");
  expect(node.renamed.getConnections().size()).toBe(0);
});

test("a scope of the game's own can have a node's as its parent", async () => {
  const level = new Scope("level", { parent: scopeOf(node) });
  const task = level.spawn(() => forever("task"));
  await nextFrame();
  node.free();
  expect(await whenSettled(task)).toContain("it was freed");
});
