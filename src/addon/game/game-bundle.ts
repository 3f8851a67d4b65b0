import { Engine, FileAccess, OS } from "godot";
import { native } from "../../godot";
import { readDocComments } from "../editor/editor-help";
import { print, reportError, warn } from "../log/report";
import { loadModule } from "./load-module";
import { gameBundle, missingBundle } from "./missing-bundle";

/**
 * Runs the game's bundle. One that doesn't compile, or throws, or is missing though there are scripts
 * to make it from, is one error in the log: the game goes on without it.
 */
export function loadGame(path = bundlePath()): void {
  const missing = missingBundle(path);
  if (missing !== undefined) {
    if (Engine.isEditorHint()) warn(missing);
    else print("error", missing);
  }
  if (!FileAccess.fileExists(path)) return;
  native.drain(() => {
    try {
      readDocComments(path);
      loadModule(path);
    } catch (error) {
      reportError(error, path);
    }
  });
}

/** `-- --godot-ts-bundle=res://…` runs another bundle, as the tests do. */
function bundlePath(): string {
  const option = "--godot-ts-bundle=";
  for (const argument of OS.getCmdlineUserArgs()) {
    if (argument.startsWith(option)) return argument.slice(option.length);
  }
  return gameBundle;
}
