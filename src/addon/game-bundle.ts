import { DirAccess, Engine, FileAccess, OS } from "godot";
import { native } from "../godot";
import { readDocComments } from "./editor-help";
import { loadModule } from "./load-module";
import { print, reportError, warn } from "./report";

const defaultPath = "res://dist/game.js";

/**
 * Runs the game's bundle. One that doesn't compile, or throws, or is missing though there are scripts
 * to make it from, is one error in the log: the game goes on without it.
 */
export function loadGame(path = bundlePath()): void {
  if (!FileAccess.fileExists(path)) {
    if (path === defaultPath && !hasScripts()) return;
    const message = `${path} is missing: build the scripts with "node addons/godot_ts/cli.mjs build"`;
    if (Engine.isEditorHint()) warn(message);
    else print("error", message);
    return;
  }
  native.drain(() => {
    try {
      readDocComments(path);
      loadModule(path);
    } catch (error) {
      reportError(error, path);
    }
  });
}

/** Whether a folder has TypeScript to bundle. A game that is all GDScript has none, nor a bundle. */
function hasScripts(folder = "res://scripts"): boolean {
  const directory = DirAccess.open(folder);
  if (directory === null) return false;
  const isScript = (file: string) => file.endsWith(".ts") && !/\.(d|test)\.ts$/.test(file);
  return (
    [...directory.getFiles()].some(isScript) ||
    [...directory.getDirectories()].some((each) => hasScripts(`${folder}/${each}`))
  );
}

/** `-- --godot-ts-bundle=res://…` runs another bundle, as the tests do. */
function bundlePath(): string {
  const option = "--godot-ts-bundle=";
  for (const argument of OS.getCmdlineUserArgs()) {
    if (argument.startsWith(option)) return argument.slice(option.length);
  }
  return defaultPath;
}
