import {
  Array as GodotArray,
  Node,
  OS,
  PackedScene,
  Resource,
  ResourceLoader,
  ResourceSaver,
} from "godot";
import { method, nextFrame, property, register, t } from "godot-ts";
import { collectGarbage, collectGarbageUntil } from "./support/collect-garbage";
import { gdNode } from "./support/gdscript";

let constructed = 0;

@register()
class TestRecipe extends Resource {
  @property(t.string) accessor title = "untitled";
  @property(t.float) accessor hours = 1;
  @property(t.array) accessor steps: GodotArray = GodotArray.from([]);
  @property(t.optional(t.object(Resource))) accessor side: Resource | undefined;
  /** Not a property: nothing of it is stored. */
  scribble = "clean";

  constructor() {
    super();
    constructed++;
  }

  @method({ returns: t.string })
  notes(): string {
    return this.scribble;
  }
}

@register()
class TestCook extends Node {
  @property(t.optional(t.object(Resource))) accessor recipe: Resource | undefined;
}

function soup(): TestRecipe {
  const recipe = new TestRecipe();
  recipe.title = "soup";
  recipe.hours = 2.5;
  recipe.steps = GodotArray.from(["chop", 3]);
  const side = new TestRecipe();
  side.title = "bread";
  recipe.side = side;
  return recipe;
}

const pathOf = (name: string) => `${OS.getUserDataDir()}/${process.pid}-${name}`;

function save(recipe: Resource, name: string): string {
  const path = pathOf(name);
  expect(ResourceSaver.save(recipe, path)).toBe(0);
  return path;
}

let script: Node;
beforeEach(() => {
  constructed = 0;
  script = gdNode("resources");
});
afterEach(() => script.free());

describe.each(["soup.tres", "soup.res"])("a resource that is saved as %s", (file) => {
  test("is loaded with its class and its values, those within it too", () => {
    const path = save(soup(), file);
    constructed = 0;
    const loaded = ResourceLoader.load<TestRecipe>(
      path,
      "",
      ResourceLoader.CACHE_MODE_IGNORE,
    ) as TestRecipe;
    expect(loaded).toBeInstanceOf(TestRecipe);
    expect([loaded.title, loaded.hours, loaded.steps.toJS()]).toEqual(["soup", 2.5, ["chop", 3]]);
    expect(loaded.side).toBeInstanceOf(TestRecipe);
    expect((loaded.side as TestRecipe).title).toBe("bread");
    expect(loaded.scribble).toBe("clean");
    expect(constructed).toBe(2);
  });

  test("is saved and loaded by GDScript with types", () => {
    const loaded = script.call("save_and_load", soup(), pathOf(`gd-${file}`)) as TestRecipe;
    expect([loaded.title, (loaded.side as TestRecipe).title]).toEqual(["soup", "bread"]);
  });

  test("is shared by all who load it, while somebody has it", () => {
    const path = save(soup(), `shared-${file}`);
    const first = ResourceLoader.load<TestRecipe>(path) as TestRecipe;
    first.scribble = "with more salt";
    const second = ResourceLoader.load<TestRecipe>(path) as TestRecipe;
    expect(second).toBe(first);
    expect(second.scribble).toBe("with more salt");
  });

  test("is shared by the nodes of a scene that refer to it", () => {
    const path = save(soup(), `scene-${file}`);
    const cook = new TestCook();
    cook.recipe = ResourceLoader.load(path) ?? undefined;
    const scene = new PackedScene();
    scene.pack(cook);
    const first = scene.instantiate() as TestCook;
    const second = scene.instantiate() as TestCook;
    expect(first.recipe).toBe(second.recipe);
    expect((first.recipe as TestRecipe).title).toBe("soup");
    for (const each of [cook, first, second]) each.free();
  });
});

describe("duplicate", () => {
  test("copies a resource's values, and shares those within it", () => {
    const recipe = soup();
    const copy = recipe.duplicate() as TestRecipe;
    expect(copy).not.toBe(recipe);
    expect(copy).toBeInstanceOf(TestRecipe);
    expect([copy.title, copy.hours]).toEqual(["soup", 2.5]);
    expect(copy.side).toBe(recipe.side);
  });

  test("when it is deep, copies those within it too", () => {
    const recipe = soup();
    const copy = recipe.duplicate(true) as TestRecipe;
    expect(copy.side).not.toBe(recipe.side);
    expect((copy.side as TestRecipe).title).toBe("bread");
    copy.steps.push("serve");
    expect(recipe.steps.toJS()).toEqual(["chop", 3]);
  });

  test("runs the constructor once for each copy", () => {
    const recipe = soup();
    constructed = 0;
    recipe.duplicate(true);
    expect(constructed).toBe(2);
  });
});

test("a resource that is local to its scene is another in each instance", () => {
  const cook = new TestCook();
  const recipe = soup();
  recipe.resourceLocalToScene = true;
  cook.recipe = recipe;
  const scene = new PackedScene();
  scene.pack(cook);
  const first = scene.instantiate() as TestCook;
  const second = scene.instantiate() as TestCook;
  expect(first.recipe).toBeInstanceOf(TestRecipe);
  expect(first.recipe).not.toBe(second.recipe);
  expect((second.recipe as TestRecipe).title).toBe("soup");
  (first.recipe as TestRecipe).title = "stew";
  expect((second.recipe as TestRecipe).title).toBe("soup");
  for (const each of [cook, first, second]) each.free();
});

describe("a resource keeps its fields while it is held", () => {
  test("by GDScript alone", async () => {
    (() => {
      const recipe = new TestRecipe();
      recipe.scribble = "held there";
      script.call("hold", recipe);
    })();
    await collectGarbage();
    expect(script.call("notes_of_held")).toBe("held there");
    script.call("let_go");
  });

  test("by TypeScript alone", async () => {
    const recipe = script.call("make", "held here") as TestRecipe;
    recipe.scribble = "kept";
    await collectGarbage();
    expect([recipe.title, recipe.scribble, recipe.getReferenceCount()]).toEqual([
      "held here",
      "kept",
      1,
    ]);
  });

  test("by one side and then by the other", async () => {
    let recipe: TestRecipe | undefined = new TestRecipe();
    recipe.scribble = "handed over";
    script.call("hold", recipe);
    recipe = undefined;
    await collectGarbage();
    recipe = script.get("held") as TestRecipe;
    script.call("let_go");
    await collectGarbage();
    expect(recipe.scribble).toBe("handed over");
  });

  test("by nobody no longer: it is freed", async () => {
    (() => script.call("watch", soup()))();
    await nextFrame();
    await collectGarbageUntil(() => script.call("is_watched_alive") === false);
  });
});
