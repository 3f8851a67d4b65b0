import { existsSync, mkdirSync, writeFileSync } from "node:fs";

/**
 * Tells Godot of the addon's extension before it opens a project for the first time.
 *
 * Godot would find it by itself, but too late: it has parsed scripts and scenes without its classes
 * by then, and crashes when it quits before it has documented them
 * (https://github.com/godotengine/godot/issues/111048).
 */
export function listExtension(project: string): void {
  const list = `${project}/.godot/extension_list.cfg`;
  if (existsSync(list)) return;
  mkdirSync(`${project}/.godot`, { recursive: true });
  writeFileSync(list, "res://addons/godot_ts/godot_ts.gdextension\n");
}
