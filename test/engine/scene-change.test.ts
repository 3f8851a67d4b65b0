import { Node, Node2D, PackedScene } from "godot";
import { CancelledError, changeScene, load, SceneChangeError, sceneChange, spawn } from "godot-ts";
import { recordLog } from "./support/log-recorder";
import { enter, tree, until } from "./support/tree";
import { cancelInWait } from "./support/waiting";

const one = "res://test/engine/scenes/one.tscn";
const two = "res://test/engine/scenes/two.tscn";

// The scene of the tests themselves stays.
let own: Node;
beforeAll(() => {
  own = tree().currentScene as Node;
});
beforeEach(() => {
  tree().currentScene = enter(new Node());
});
afterEach(() => {
  const current = tree().currentScene;
  tree().currentScene = own;
  if (current !== own) current?.free();
});

describe("changeScene(scene)", () => {
  test("resolves to the new scene, in the tree", async () => {
    const old = tree().currentScene;
    const scene = await changeScene<Node2D>(one);
    expect(scene).toBeInstanceOf(Node2D);
    expect(scene).toBe(tree().currentScene);
    expect(scene.isNodeReady()).toBe(true);
    expect(() => old?.getPath()).toThrow(/freed/);
  });

  test("takes what was loaded", async () => {
    const scene = await changeScene(await load<PackedScene>(two));
    expect(String(scene.name)).toBe("Two");
  });

  test("takes a scene without a file", async () => {
    const node = new Node();
    node.name = "Made";
    const packed = new PackedScene();
    packed.pack(node);
    node.free();
    expect(String((await changeScene(packed)).name)).toBe("Made");
  });

  test("rejects for a path without a scene, and the old one stays", async () => {
    const old = tree().currentScene;
    const log = await recordLog(async () => {
      const end = changeScene("res://missing.tscn");
      await expect(end).rejects.toThrow(
        'the scene could not be changed to "res://missing.tscn": there is no such scene',
      );
      await expect(end).rejects.toBeInstanceOf(SceneChangeError);
    });
    expect(log).toEqual([]);
    expect(tree().currentScene).toBe(old);
  });

  test("rejects for a scene that can't be instantiated", async () => {
    await recordLog(async () => {
      await expect(changeScene(new PackedScene())).rejects.toThrow(
        /could not be changed to a scene without a file: .+; the engine's log may say more/,
      );
    });
  });

  test("rejects when another change takes its place", async () => {
    const first = changeScene(one);
    const second = changeScene(two);
    await expect(first).rejects.toThrow(`it was changed to "${two}" instead`);
    expect(String((await second).name)).toBe("Two");
  });

  test("a cancelled wait is disconnected, and the scene changes all the same", async () => {
    const task = spawn(() => changeScene(one), { start: "now" });
    expect(task.waitsFor).toBe(`the change of the scene to "${one}"`);
    task.cancel();
    await expect(task).rejects.toThrow(CancelledError);
    expect(tree().hasConnections("scene_changed")).toBe(false);
    await until(() => tree().currentScene?.sceneFilePath === one);
  });

  test("an aborted signal changes nothing", async () => {
    const old = tree().currentScene;
    const signal = AbortSignal.abort(new Error("no"));
    await expect(changeScene(one, { signal })).rejects.toThrow("no");
    expect(tree().currentScene).toBe(old);
  });

  test("what is no scene is refused", () => {
    expect(() => changeScene(3 as never)).toThrow(
      "changeScene(scene) needs a path or a PackedScene, but got 3",
    );
  });
});

describe("sceneChange()", () => {
  test("resolves to the scene that somebody else changes to", async () => {
    const change = sceneChange();
    tree().changeSceneToFile(two);
    expect(String((await change).name)).toBe("Two");
  });

  test("a cancelled wait is disconnected", async () => {
    const task = spawn(() => sceneChange(tree(), { name: "the next level" }));
    await cancelInWait(task);
    expect(tree().hasConnections("scene_changed")).toBe(false);
  });

  test("what is no tree is refused", () => {
    expect(() => sceneChange(own as never)).toThrow(/sceneChange\(tree\) needs an object of/);
  });
});
