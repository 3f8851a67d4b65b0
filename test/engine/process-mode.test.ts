import { Engine, Node } from "godot";
import { frames, nextFrame, physicsFrames, scopeOf, sleep, spawn } from "godot-ts";
import { enter, tree, until } from "./support/tree";

let node: Node;
beforeEach(() => {
  node = enter(new Node());
});
afterEach(() => {
  tree().paused = false;
  node.free();
});

/** Waits until the game has gone on for some time. */
const pass = () => sleep(0.1);

describe("a wait of a node's task", () => {
  test("stops while the node's process mode is disabled", async () => {
    const waits = [
      () => sleep(0.02),
      () => sleep(0.02, { clock: "unscaled" }),
      () => sleep(0.02, { clock: "physics" }),
      () => nextFrame(),
      () => frames(3),
      () => physicsFrames(2),
    ];
    node.processMode = Node.PROCESS_MODE_DISABLED;
    const tasks = waits.map((wait) => scopeOf(node).spawn(wait, { start: "now" }));
    await pass();
    expect(tasks.map((task) => task.state)).toEqual(waits.map(() => "running"));
    node.processMode = Node.PROCESS_MODE_INHERIT;
    await until(() => tasks.every((task) => task.state === "completed"));
  });

  test("stops while a node above it is disabled", async () => {
    const child = new Node();
    node.addChild(child);
    node.processMode = Node.PROCESS_MODE_DISABLED;
    const task = scopeOf(child).spawn(() => nextFrame(), { start: "now" });
    await pass();
    expect(task.state).toBe("running");
    node.processMode = Node.PROCESS_MODE_ALWAYS;
    await until(() => task.state === "completed");
  });

  test("on the clock real never stops", async () => {
    node.processMode = Node.PROCESS_MODE_DISABLED;
    await scopeOf(node).spawn(() => sleep(0.02, { clock: "real" }));
  });

  test("counts frames while the game is paused, if the node is processed then", async () => {
    node.processMode = Node.PROCESS_MODE_ALWAYS;
    tree().paused = true;
    const before = Number(Engine.getProcessFrames());
    await scopeOf(node).spawn(() => frames(2), { start: "now" });
    expect(Number(Engine.getProcessFrames()) - before).toBe(2);
  });

  test("stops no other", async () => {
    node.processMode = Node.PROCESS_MODE_DISABLED;
    await spawn(() => sleep(0.02));
  });
});
