import { CharacterBody2D, GDScript, Node, Node2D, RefCounted } from "godot";
import { coroutine, method, register, scopeOf, t, untilResume } from "godot-ts";
import { DocPage } from "./support/doc-programs";
import { nodeOf } from "./support/gdscript-programs";
import { enter, until } from "./support/tree";

type Class<T> = new () => T;

@register()
class TestBoard extends RefCounted {
  @method({ returns: t.string })
  async refresh(): Promise<string> {
    return String(await untilResume());
  }
}

const heroScript = `
extends CharacterBody2D
signal hit(amount)
var health := 10
func take_damage(amount: int) -> void:
	health -= amount
	hit.emit(amount)
`;

describe("the programs of docs/add-to-a-project.md", () => {
  test("say hello a second later", async () => {
    const page = new DocPage("add-to-a-project.md");
    expect(page.headings).toEqual(["How do I add it to my project?"]);
    const { Main } = page.load("How do I add it to my project?") as { Main: Class<Node> };
    const main = enter(new Main());
    const [task] = scopeOf(main).tasks;
    await task;
    expect(task?.state).toBe("completed");
    main.free();
  });
});

describe("the programs of docs/editor.md", () => {
  test("are a coin that can be taken", async () => {
    const page = new DocPage("editor.md");
    expect(page.headings).toEqual(["What do I see in the editor?"]);
    const { Coin } = page.load("What do I see in the editor?") as {
      Coin: Class<Node2D & { collect(by: Node2D): Promise<number> }>;
    };
    const coin = enter(new Coin());
    expect(await coin.collect(coin)).toBe(10);
  });
});

describe("the programs of docs/instances.md", () => {
  test("free the node whose constructor throws", async () => {
    const page = new DocPage("instances.md");
    expect(page.headings).toEqual(["When the constructor throws"]);
    const { Level } = page.load("When the constructor throws", { source: "no JSON" }) as {
      Level: Class<Node>;
    };
    expect(() => new Level()).toThrow(SyntaxError);
  });
});

describe("the programs of docs/names.md", () => {
  test("compress, and write into bytes", async () => {
    const page = new DocPage("names.md");
    expect(page.headings).toEqual(["Other builtin types"]);
    const bytes = new Uint8Array(8);
    await page.run("Other builtin types", { bytes });
    expect([...bytes]).toEqual([0, 0, 0, 0, 0, 2, 0, 0]);
  });
});

describe("the programs of docs/objects.md", () => {
  test("listen to a tween", async () => {
    const page = new DocPage("objects.md");
    expect(page.headings).toEqual(["How long does an object live?"]);
    const node = enter(new Node());
    await page.run("How long does an object live?", {}, node);
    node.free();
  });
});

describe("the programs of docs/other-extensions.md", () => {
  test("call what a script adds", async () => {
    const page = new DocPage("other-extensions.md");
    const hero = enter(new CharacterBody2D());
    const script = new GDScript();
    script.sourceCode = heroScript;
    script.reload();
    hero.name = "Hero";
    hero.setScript(script);
    const parent = enter(new Node());
    hero.reparent(parent);
    await page.run("An object with a GDScript", {}, parent);
    expect(hero.get("health")).toBe(8);
    parent.free();
  });

  test("and one that takes another extension, which only the compiler sees", () => {
    expect(new DocPage("other-extensions.md").headings).toEqual([
      "A class of another extension",
      "An object with a GDScript",
    ]);
  });
});

describe("the programs of docs/scopes.md", () => {
  const page = new DocPage("scopes.md");

  test("walk until the enemy leaves the tree, and then release the tower", async () => {
    const tower = enter(new Node2D());
    const released: unknown[] = [];
    const walked: unknown[] = [];
    const { Enemy } = page.load("When does a task end with something else?", {
      tower,
      walkTo: async (...args: unknown[]) => walked.push(...args),
      release: (what: unknown) => released.push(what),
    }) as { Enemy: Class<Node2D> };
    const enemy = enter(new Enemy());
    await until(() => walked.length > 0);
    expect(walked).toEqual([enemy, tower]);
    enemy.queueFree();
    await until(() => released.length > 0);
    expect(released).toEqual([tower]);
    tower.free();
  });

  test("start a task of another node, and cancel all that it has", async () => {
    const enemy = enter(new Node());
    const burning: unknown[] = [];
    await page.run("When has a node left?", { enemy, burn: (whom: Node) => burning.push(whom) });
    expect([burning, scopeOf(enemy).isEmpty]).toEqual([[], true]);
    enemy.free();
  });

  test("load the parts of a level together", async () => {
    const loaded: string[] = [];
    await page.run("How do several tasks end together?", {
      loadTiles: async () => loaded.push("tiles"),
      loadMusic: async () => loaded.push("music"),
    });
    expect(loaded).toEqual(["tiles", "music"]);
  });

  test("and there are no others", () => {
    expect(page.headings).toEqual([
      "When does a task end with something else?",
      "When has a node left?",
      "How do several tasks end together?",
    ]);
  });
});

describe("the GDScript of docs/tasks.md", () => {
  test("resumes a task, and awaits it", async () => {
    const program = new DocPage("tasks.md").gdscript("From GDScript");
    const node = enter(nodeOf(program, { members: "var board" }));
    node.set("board", new TestBoard());
    const done = coroutine(node.call("run"));
    expect(await done).toBe(null);
    node.free();
  });
});
