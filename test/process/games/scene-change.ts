import { Node, PackedScene, type SceneTree } from "godot";
import { frames, register, sleep, spawn } from "godot-ts";
import { whenRunning } from "./when-running";

@register()
class Guard extends Node {
  override async _ready(): Promise<void> {
    await watch(`${this.getParent()?.name}'s guard`);
  }
}

@register()
class Level extends Node {
  override _ready(): void {
    spawn(() => watch(String(this.name)));
    const guard = new Guard();
    guard.name = "Guard";
    this.addChild(guard);
  }
}

async function watch(who: string): Promise<void> {
  try {
    console.log(`${who} watches`);
    await sleep(Number.POSITIVE_INFINITY);
  } catch (error) {
    console.log(`${who}: ${(error as Error).message}`);
  } finally {
    await sleep(0.01, { clock: "real" });
    console.log(`${who} has cleaned up`);
  }
}

function level(name: string): PackedScene {
  const root = new Level();
  root.name = name;
  const scene = new PackedScene();
  scene.pack(root);
  root.free();
  return scene;
}

async function play(tree: SceneTree): Promise<void> {
  tree.changeSceneToPacked(level("Meadow"));
  await frames(3);
  tree.changeSceneToPacked(level("Cave"));
  await sleep(0.1, { clock: "real" });
  console.log("quitting");
  tree.quit();
}

whenRunning((tree) => {
  spawn(() => play(tree));
});
