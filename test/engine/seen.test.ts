import { readFileSync } from "node:fs";
import { Node, ProjectSettings, RefCounted, Timer } from "godot";
import {
  formatTasks,
  once,
  Runtime,
  scopeOf,
  sleep,
  spawn,
  type TaskInfo,
  taskGroup,
  tasks,
} from "godot-ts";
import { StuckWatch } from "../../src/executor";
import { recordLog } from "./support/log-recorder";
import { enter, until } from "./support/tree";

let node: Node;
beforeEach(() => {
  node = new Node();
  node.name = "Guard";
  enter(node);
});
afterEach(() => {
  Runtime.current().keepsStacks = false;
  node.free();
});

/** The entry of the node's scope in the tree of tasks: the tests have tasks of their own. */
function guard(): TaskInfo | undefined {
  return tasks().find((each) => each.name === 'Node "Guard"');
}

/** The line of this file that holds a text. */
function lineOf(text: string): number {
  const path = ProjectSettings.globalizePath("res://test/engine/seen.test.ts");
  return (
    readFileSync(path, "utf8")
      .split("\n")
      .findIndex((line) => line.includes(text)) + 1
  );
}

describe("tasks()", () => {
  test("shows what a node owns, and what each waits for", async () => {
    scopeOf(node).spawn(
      async () => {
        await using group = taskGroup({ name: "wave" });
        group.spawn(() => once(node.renamed), { name: "listener" });
        await sleep(Number.POSITIVE_INFINITY, { signal: group.signal });
      },
      { name: "patrol" },
    );
    await until(() => formatTasks().includes("listener"));
    const text = formatTasks([guard() as TaskInfo]).replaceAll(/\d+\.\d s/g, "… s");
    expect(text).toBe(
      [
        'Node "Guard"',
        "└─ patrol: … s, waits for sleep(Infinity)",
        '   └─ group "wave"',
        "      └─ listener: … s, waits for once(Node.renamed)",
      ].join("\n"),
    );
  });

  test("names the lines in which waits were entered, where they are kept", async () => {
    Runtime.current().keepsStacks = true;
    scopeOf(node).spawn(async () => {
      await sleep(0.001);
      await once(node.renamed); // here
    });
    await until(() => guard()?.children[0]?.waits[0]?.name === "once(Node.renamed)");
    expect(guard()?.children[0]?.waits[0]?.place).toBe(
      `res://test/engine/seen.test.ts:${lineOf("// here")}`,
    );
  });

  test("names no lines otherwise", async () => {
    const task = scopeOf(node).spawn(() => once(node.renamed));
    await until(() => task.waitsFor !== undefined);
    expect(guard()?.children[0]?.waits[0]?.place).toBeUndefined();
  });
});

/** What is logged of a task that waits for longer than a StuckWatch of 0.05 s allows. */
async function reportOf(body: () => Promise<unknown>): Promise<string[]> {
  const watch = new StuckWatch(Runtime.current(), 0.05);
  const log = await recordLog(async () => {
    const task = spawn(body, { name: "patrol" });
    const reported = sleep(0.3, { clock: "real" });
    let isOver = false;
    void reported.then(() => {
      isOver = true;
    });
    await until(() => {
      watch.check();
      return isOver;
    });
    task.cancel();
    await until(() => task.isSettled);
  });
  return log.map((entry) => entry.text);
}

test("a task that is stuck is reported, with where what it waits for is, and the line", async () => {
  Runtime.current().keepsStacks = true;
  const place = node.getPath();
  const log = await reportOf(async () => {
    await once(node.renamed); // stuck here
  });
  expect(place).toMatch(/^\/root\/.*Guard$/);
  expect(log).toEqual([
    `task "patrol" has waited for once(Node.renamed of ${place}) for more than 0.05 s, at res://test/engine/seen.test.ts:${lineOf("// stuck here")}`,
  ]);
});

test("a task that is stuck by a node outside of the tree is told so", async () => {
  const bell = new Timer();
  bell.name = "Bell";
  const log = await reportOf(() => once(bell.timeout));
  expect(log).toEqual([
    'task "patrol" has waited for once(Timer.timeout of "Bell", which is outside of the tree) for more than 0.05 s',
  ]);
  bell.free();
});

test("a task that is stuck by a signal of what is no node is told the class", async () => {
  const thing = new RefCounted();
  const log = await reportOf(() => once(thing.scriptChanged));
  expect(log).toEqual([
    'task "patrol" has waited for once(RefCounted.script_changed) for more than 0.05 s',
  ]);
});

test("the project says after how long a wait is taken for stuck", () => {
  expect(ProjectSettings.getSetting("godot_ts/executor/stuck_after")).toBe(60);
});
