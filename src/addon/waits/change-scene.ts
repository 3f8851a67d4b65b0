import { Error as EngineError, errorString, type Node, PackedScene, ResourceLoader } from "godot";
import type { Wait, WaitOptions } from "../../executor";
import { native } from "../../godot";
import { gameTree, SceneWait } from "./scene-change";

/** The scene could not be changed. */
export class SceneChangeError extends Error {
  override readonly name = "SceneChangeError";

  constructor(scene: string, why: string) {
    super(`the scene could not be changed to ${scene}: ${why}`);
  }
}

/**
 * Changes the game's current scene, and resolves to the new one when it is in the tree and ready. The
 * old scene leaves the tree within the call, and is freed at the end of the frame.
 *
 * When to use: in a task that outlives the old scene. One that belongs to it ends with it, and its
 * scene is changed all the same. To show progress, load the scene first: `changeScene(await load(path))`.
 *
 * A change can't be taken back: when the wait is cancelled, the scene changes unseen.
 *
 * Rejects with {@link SceneChangeError} when the scene can't be loaded or instantiated: then the old
 * one stays. Also when another change takes its place within the frame.
 *
 * @example
 * const level = await changeScene<Level>("res://levels/2.tscn");
 * level.begin();
 */
export function changeScene<N extends Node = Node>(
  scene: string | PackedScene,
  options?: WaitOptions,
): Wait<N> {
  if (typeof scene !== "string" && !(scene instanceof PackedScene)) {
    throw new TypeError(
      `changeScene(scene) needs a path or a PackedScene, but got ${native.stringify(scene)}`,
    );
  }
  return new ChangeWait(scene, options).begin() as Wait<Node> as Wait<N>;
}

class ChangeWait extends SceneWait {
  readonly #scene: string | PackedScene;
  readonly #label: string;
  /** The file that the new scene has to come from; empty when it comes from none. */
  readonly #path: string;

  constructor(scene: string | PackedScene, options: WaitOptions | undefined) {
    super(gameTree(), options);
    this.#scene = scene;
    this.#path = typeof scene === "string" ? scene : scene.resourcePath;
    this.#label = this.#path === "" ? "a scene without a file" : `"${this.#path}"`;
  }

  protected override list(): void {
    try {
      this.#change();
      super.list();
    } catch (error) {
      this.fail(error);
    }
  }

  protected override changed(scene: Node): void {
    const path = scene.sceneFilePath;
    if (path === this.#path || this.#path.startsWith("uid://")) this.settle(scene);
    else this.fail(new SceneChangeError(this.#label, `it was changed to "${path}" instead`));
  }

  protected override describe(): string {
    return `the change of the scene to ${this.#label}`;
  }

  #change(): void {
    const scene = this.#scene;
    if (typeof scene === "string" && !ResourceLoader.exists(scene, "PackedScene")) {
      throw new SceneChangeError(this.#label, "there is no such scene");
    }
    const error =
      typeof scene === "string"
        ? this.tree.changeSceneToFile(scene)
        : this.tree.changeSceneToPacked(scene);
    if (error === EngineError.OK) return;
    throw new SceneChangeError(this.#label, `${errorString(error)}; the engine's log may say more`);
  }
}
