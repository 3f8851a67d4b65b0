import { type Object as GodotObject, type Node, Node2D, Signal } from "godot";
import { coroutine, spawn } from "godot-ts";
import { DocPage } from "./support/doc-programs";
import { nodeOf } from "./support/gdscript-programs";
import { enter, tree, until } from "./support/tree";

const surroundings = { base: "res://test/engine/gd/guide_page.gd" };

let shown: unknown[] = [];
const hud = { show: (what: unknown) => shown.push(what) };

beforeEach(() => {
  shown = [];
});
afterEach(() => {
  tree().paused = false;
});

const hurtSignal = (node: Node) => new Signal<[damage: number]>(node, "hurt");

/** Runs a program twice: its enemy is hurt, and isn't. */
async function fight(page: DocPage, heading: string): Promise<unknown[]> {
  const node = enter(new Node2D());
  node.addUserSignal("hurt");
  const enemy = { hurt: hurtSignal(node) };
  // So that it is hurt in time, however long a frame is.
  tree().paused = true;
  const program = spawn(() => page.run(heading, { enemy, hud }));
  await until(() => enemy.hurt.getConnections().length > 0);
  enemy.hurt.emit(7);
  await program;
  tree().paused = false;
  await page.run(heading, { enemy, hud });
  expect(enemy.hurt.getConnections().length).toBe(0);
  node.free();
  return shown;
}

/** Runs the GDScript below a heading. Returns what it has shown. */
async function runGdscript(page: DocPage, heading: string, method: string): Promise<unknown[]> {
  const node = enter(nodeOf(page.gdscript(heading), surroundings));
  await coroutine(node.call(method));
  const seen = [...((node.get("hud") as GodotObject).get("shown") as Iterable<unknown>)];
  node.free();
  return seen;
}

/** Has a node in the tree until it has shown so much, and then no more. */
async function patrol(node: Node): Promise<void> {
  enter(node);
  await until(() => shown.length >= 2);
  node.queueFree();
}

describe("the programs of docs/from-gdscript.md", () => {
  const page = new DocPage("from-gdscript.md");

  test("count down alike", async () => {
    await page.run("The same", { hud });
    expect(shown).toEqual([3, 2, 1, "go"]);
    expect(await runGdscript(page, "The same", "run")).toEqual([3, 2, 1, "go"]);
  });

  test("wait for what comes first alike", async () => {
    expect(await fight(page, "Whatever comes first")).toEqual(["hit", "missed"]);
    expect(await runGdscript(page, "Whatever comes first", "dodge")).toEqual(["missed"]);
  });

  test("walk until the node has left, in TypeScript to the last line", async () => {
    const { Guard } = page.load("What ends with its node", { hud }) as { Guard: new () => Node };
    await patrol(new Guard());
    await until(() => shown.at(-1) === "off duty");
    const guard = enter(nodeOf(page.gdscript("What ends with its node"), surroundings));
    const seen = (guard.get("hud") as GodotObject).get("shown") as Iterable<unknown>;
    await until(() => [...seen].length >= 2);
    guard.getParent()?.removeChild(guard);
    await until(() => [...seen].at(-1) === "off duty");
    guard.free();
  });

  test("are these", () => {
    expect(page.headings).toEqual(["The same", "Whatever comes first", "What ends with its node"]);
  });
});

describe("the programs of docs/from-unitask.md", () => {
  const page = new DocPage("from-unitask.md");

  test("walk between the gate and the tower until the node has left", async () => {
    const { Sentinel } = page.load("No token", { hud }) as { Sentinel: new () => Node };
    await patrol(new Sentinel());
    expect(shown).toEqual(["gate", "tower"]);
  });

  test("take what comes first", async () => {
    expect(await fight(page, "Losers stop")).toEqual([7, "tired"]);
  });

  test("are these", () => {
    expect(page.headings).toEqual(["No token", "Losers stop"]);
  });
});

describe("the programs of docs/from-tokio.md", () => {
  const page = new DocPage("from-tokio.md");

  test("cook what is ordered", async () => {
    await page.run("A channel, side by side", { hud });
    expect(shown).toEqual(["soup", "bread", "pie"]);
  });

  test("take what comes first", async () => {
    expect(await fight(page, "Select, side by side")).toEqual([7, "tired"]);
  });

  test("are these", () => {
    expect(page.headings).toEqual(["A channel, side by side", "Select, side by side"]);
  });
});
