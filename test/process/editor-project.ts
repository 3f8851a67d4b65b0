import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { listExtension } from "../../addons/godot_ts/extension-list.mjs";
import { repository } from "./run-game";

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
