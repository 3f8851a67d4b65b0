import { DirAccess, FileAccess } from "godot";

/** What the game's scripts are bundled into. */
export const gameBundle = "res://dist/game.js";

/**
 * What to say of a bundle that isn't there; undefined where it is, and where there is nothing to make
 * it from: a game that is all GDScript has no bundle.
 */
export function missingBundle(path = gameBundle): string | undefined {
  if (FileAccess.fileExists(path)) return undefined;
  if (path === gameBundle && !hasScripts("res://scripts")) return undefined;
  return `${path} is missing: build the scripts with "node addons/godot_ts/cli.mjs build"`;
}

/** Whether a folder has TypeScript to bundle. */
function hasScripts(folder: string): boolean {
  const directory = DirAccess.open(folder);
  if (directory === null) return false;
  const isScript = (file: string) => file.endsWith(".ts") && !/\.(d|test)\.ts$/.test(file);
  return (
    [...directory.getFiles()].some(isScript) ||
    [...directory.getDirectories()].some((each) => hasScripts(`${folder}/${each}`))
  );
}
