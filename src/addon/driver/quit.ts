import { Engine, type SceneTree } from "godot";
import { beginQuitting } from "./quitting";
import { terminateRuntime } from "./register-runtime";

let pending: number | undefined;

/** Ends the runtime and asks the game to quit with that code. */
export function quit(code: number): void {
  beginQuitting();
  terminateRuntime("process.exit was called");
  pending = code;
  quitWhenPossible();
}

/** There is no tree yet while the bundle is run first: the first frame asks again. */
export function quitWhenPossible(): void {
  if (pending === undefined) return;
  const tree = Engine.getMainLoop() as SceneTree | null;
  if (tree === null) return;
  tree.quit(pending);
  pending = undefined;
}
