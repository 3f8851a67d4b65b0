import { Engine, type Node, type SceneTree } from "godot";
import { nextFrame } from "godot-ts";

/** The tree that the tests run in. There is none yet while a file is loaded. */
export function tree(): SceneTree {
  return Engine.getMainLoop() as SceneTree;
}

/** Waits, frame by frame, until it is so. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await nextFrame();
}

/** Adds a node to the tree. */
export function enter<N extends Node>(node: N): N {
  tree().root.addChild(node);
  return node;
}
