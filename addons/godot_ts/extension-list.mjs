import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const EXTENSION = "res://addons/godot_ts/godot_ts.gdextension";

/**
 * Names the extension in the list of those that Godot loads when it opens a project. The editor does
 * that as well, for the next start: before, a game would run without it, and a headless editor that
 * finds it while it imports crashes when it quits (godotengine/godot#111048).
 */
export function listExtension(project) {
  const folder = join(project, ".godot");
  const list = join(folder, "extension_list.cfg");
  const listed = existsSync(list) ? readFileSync(list, "utf8").split("\n").filter(Boolean) : [];
  if (listed.includes(EXTENSION)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(list, [...listed, EXTENSION, ""].join("\n"));
}
