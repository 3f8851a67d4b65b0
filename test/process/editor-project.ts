import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { expect } from "@jest/globals";
import { listExtension } from "../../addons/godot_ts/extension-list.mjs";
import { repository, runGodot } from "./run-game";

/** Makes a copy of the demo that the editor has not seen yet, bundled, and gives its folder. */
export function makeEditorProject(name: string): string {
  const project = `${repository}/build/test/${name}`;
  rmSync(project, { recursive: true, force: true });
  mkdirSync(`${project}/addons`, { recursive: true });
  writeFileSync(`${repository}/build/.gdignore`, "");
  cpSync(`${repository}/addons/godot_ts`, `${project}/addons/godot_ts`, {
    recursive: true,
    filter: (path) => !path.endsWith("/bin"),
  });
  symlinkSync(`${repository}/addons/godot_ts/bin`, `${project}/addons/godot_ts/bin`);
  symlinkSync(`${repository}/node_modules`, `${project}/node_modules`);
  for (const file of ["project.godot", "scenes", "scripts"]) {
    cpSync(`${repository}/${file}`, `${project}/${file}`, { recursive: true });
  }
  listExtension(project);
  bundleScripts(project);
  return project;
}

export function bundleScripts(project: string): void {
  execFileSync(process.execPath, [`${project}/addons/godot_ts/cli.mjs`, "build"], {
    stdio: "pipe",
  });
}

/**
 * Opens the project in the editor, and gives what that shows, by what was asked for: see
 * `editor-reader/plugin.gd`.
 */
export async function readEditor(
  project: string,
  wanted: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  cpSync(`${__dirname}/editor-reader`, `${project}/addons/editor_reader`, { recursive: true });
  const own = '"res://addons/godot_ts/plugin.cfg"';
  const settings = readFileSync(`${project}/project.godot`, "utf8");
  writeFileSync(
    `${project}/project.godot`,
    settings.replace(own, `${own}, "res://addons/editor_reader/plugin.cfg"`),
  );
  const { stdout, stderr } = await runGodot(["--editor", "--", ...wanted], { project });
  expect((stdout + stderr).split("\n").filter((line) => line.includes("ERROR"))).toEqual([]);
  const parts = stdout.matchAll(/^start of (\S+)$(.*?)^end$/gms);
  return new Map([...parts].map(([, what = "", text = ""]) => [what, text]));
}
