import { Engine, type Node, SceneTree } from "godot";
import { newParking, ParkedWait, type Parking, type Wait, type WaitOptions } from "../../executor";
import { requireObject } from "./engine-wait";
import { SourceListener } from "./source-listener";

/**
 * Waits until the current scene has changed, by whomever, and resolves to the new one, which is in the
 * tree and ready.
 *
 * When to use: in what outlives scenes, such as an autoload. To change it there is {@link changeScene}.
 *
 * @param tree by default the game's.
 *
 * @example
 * for (;;) {
 *   const scene = await sceneChange();
 *   music.play(String(scene.getMeta("music")));
 * }
 */
export function sceneChange(tree: SceneTree = gameTree(), options?: WaitOptions): Wait<Node> {
  requireObject(tree, [SceneTree], "sceneChange(tree)");
  return new SceneWait(tree, options).begin();
}

/** The tree that the game runs in. */
export function gameTree(): SceneTree {
  const loop = Engine.getMainLoop();
  if (loop instanceof SceneTree) return loop;
  throw new Error("there is no scene tree: the engine hasn't begun its main loop");
}

/** Waits for the tree's next scene. */
export class SceneWait extends ParkedWait<Node> {
  readonly parking: Parking;
  protected readonly tree: SceneTree;
  readonly #source: SourceListener;

  constructor(tree: SceneTree, options: WaitOptions | undefined) {
    super();
    this.parking = newParking(this, options);
    this.tree = tree;
    this.#source = new SourceListener("the scene tree", (error) => this.fail(error));
  }

  protected list(): void {
    this.#source.hear(this.tree.sceneChanged, () => {
      const scene = this.tree.currentScene;
      if (scene !== null) this.changed(scene);
    });
  }

  protected unlist(): void {
    this.#source.end();
  }

  protected changed(scene: Node): void {
    this.settle(scene);
  }

  protected describe(): string {
    return "the change of the scene";
  }
}
