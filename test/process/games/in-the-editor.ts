// What must hold in the editor's process as it does in the game, told line by line.
import assert from "node:assert/strict";
import { ClassDB, GDScript, type Object as GodotObject, Node, Node2D, PackedScene } from "godot";
import {
  coroutine,
  method,
  nextFrame,
  once,
  property,
  register,
  SourceFreedError,
  sleep,
  spawn,
  t,
  untilResume,
} from "godot-ts";
import { whenRunning } from "./when-running";

let constructed = 0;

@register()
class EditorCoin extends Node2D {
  @property(t.int) accessor worth = 10;

  constructor() {
    super();
    constructed++;
  }

  override _ready(): void {
    console.log("FAILED: a placeholder became ready");
  }

  @method({ returns: t.int })
  double(): number {
    return this.worth * 2;
  }
}

@register({ tool: true })
class EditorTool extends Node {
  @property(t.int) accessor worth = 1;
  isReady = false;

  override _ready(): void {
    this.isReady = true;
  }

  @method({ args: [t.int, t.object(Node), t.string], returns: t.int })
  async resumeAdd(a: number, object: Node, name: string): Promise<number> {
    const b = await untilResume<number>();
    const c = await coroutine<number>(object.call(name));
    return a + b + c;
  }

  @method({ args: [t.int], returns: t.int })
  async double(n: number): Promise<number> {
    await nextFrame();
    return n * 2;
  }

  @method()
  async forEver(): Promise<void> {
    await sleep(Number.POSITIVE_INFINITY);
  }

  @method({ returns: t.int })
  fail(): number {
    throw new Error("on purpose");
  }
}

const source = `@tool
extends Node

signal never

func number() -> int:
	await get_tree().create_timer(0.1).timeout
	return 39

func recipe(tool: EditorTool) -> Array:
	var task := tool.resume_add(1, self, "number")
	await task.resumable
	var was_valid := task.is_valid()
	var same: bool = task.resume(2) == task
	var n: int = await task.completed
	return [was_valid, same, n, task.resume(3)]

func ends(tool: EditorTool) -> Array:
	var completed := [0]
	var count := func(_result) -> void: completed[0] += 1
	var done := tool.double(4)
	done.completed.connect(count)
	var result: int = await done.completed
	var cancelled := tool.for_ever()
	cancelled.completed.connect(count)
	cancelled.cancel()
	var nothing = await cancelled.completed
	var wrong = tool.call("double", "many")
	wrong.completed.connect(count)
	await wrong.completed
	return [result, nothing, cancelled.state, wrong.state, await wrong.wait(), completed[0]]

func failed(tool: EditorTool) -> int:
	var n: int = tool.fail()
	return n
`;

const script = new GDScript();
let gd: Node;
let root: Node;

const checks: Readonly<Record<string, () => unknown>> = {
  "a class that is no tool gives a placeholder: its constructor does not run"() {
    // The editor itself makes one, to read its defaults.
    assert.equal(ClassDB.classGetPropertyDefaultValue("EditorCoin", "worth"), 10);
    constructed = 0;
    const coin = ClassDB.instantiate("EditorCoin") as Node2D;
    assert.equal(coin.getClass(), "EditorCoin");
    assert(!(coin instanceof EditorCoin));
    coin.free();
    assert.equal(constructed, 0);
  },

  "a placeholder keeps what the inspector sets, and a scene stores it"() {
    const coin = ClassDB.instantiate("EditorCoin") as Node2D;
    coin.set("worth", 7);
    assert.equal(coin.get("worth"), 7);
    root.addChild(coin);
    const copy = coin.duplicate() as Node2D;
    assert.equal(copy.get("worth"), 7);
    const scene = new PackedScene();
    scene.pack(coin);
    const loaded = scene.instantiate() as Node2D;
    assert.equal(loaded.get("worth"), 7);
    for (const each of [coin, copy, loaded]) each.free();
    assert.equal(constructed, 0);
  },

  "a tool's constructor and its _ready run"() {
    const tool = ClassDB.instantiate("EditorTool") as EditorTool;
    assert(tool instanceof EditorTool);
    assert.equal(tool.worth, 1);
    root.addChild(tool);
    assert.equal(tool.isReady, true);
    tool.free();
  },

  async "the recipe: resume, a coroutine, and 42"() {
    const tool = new EditorTool();
    assert.deepEqual(await list("recipe", tool), [true, true, 42, 42]);
    tool.free();
  },

  async "tasks end once each: with a result, cancelled, failed by a wrong argument"() {
    const tool = new EditorTool();
    assert.deepEqual(await list("ends", tool), [8, null, "cancelled", "failed", null, 3]);
    tool.free();
  },

  "a method that throws gives the default of its type"() {
    const tool = new EditorTool();
    assert.equal(gd.call("failed", tool), 0);
    tool.free();
  },

  async "a wait ends when its source is freed"() {
    const node = new Node();
    const task = spawn(() => once(node.renamed));
    await nextFrame();
    node.free();
    await assert.rejects(async () => task, SourceFreedError);
  },
};

async function list(name: string, tool: EditorTool): Promise<unknown[]> {
  const array = (await coroutine(gd.call(name, tool))) as GodotObject & { toJS(): unknown[] };
  return array.toJS();
}

whenRunning(async (tree) => {
  script.sourceCode = source;
  script.reload();
  gd = script.new() as Node;
  root = new Node();
  tree.root.addChild(root);
  root.addChild(gd);
  for (const [name, check] of Object.entries(checks)) {
    try {
      await check();
      console.log(`passed: ${name}`);
    } catch (error) {
      console.log(`FAILED: ${name}: ${String(error)}`);
    }
  }
  root.free();
  console.log("all is checked");
  tree.quit();
});
