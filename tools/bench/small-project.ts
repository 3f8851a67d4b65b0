import { copyFile, mkdir, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { listExtension } from "../../addons/godot_ts/extension-list.mjs";
import { makeBuildFolder } from "../build/build-folder";
import { addon, repository } from "../repository";

const driver = "res://addons/godot_ts/async_executor_driver.tscn";

export interface SmallProject {
  readonly name: string;
  /** The folder in test/bench that has its `main.gd` and `main.tscn`. */
  readonly sources: string;
  readonly hasAddon: boolean;
}

/** Makes a Godot project for a benchmark, anew, and returns its folder. Its bundle is empty. */
export async function makeSmallProject({ name, sources, hasAddon }: SmallProject): Promise<string> {
  const folder = `${makeBuildFolder("bench")}/${name}`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const file of ["main.gd", "main.tscn"]) {
    await copyFile(`${repository}/test/bench/${sources}/${file}`, `${folder}/${file}`);
  }
  await writeFile(
    `${folder}/project.godot`,
    [
      "config_version=5",
      "[application]",
      `config/name="${name}"`,
      'run/main_scene="res://main.tscn"',
      ...(hasAddon ? ["[autoload]", `AsyncExecutorDriver="*${driver}"`] : []),
      "",
    ].join("\n"),
  );
  if (hasAddon) await addAddon(folder);
  return folder;
}

/** The file of a project's addon that is the runtime's own bundle: it may be replaced. */
export function runtimeOf(project: string): string {
  return `${project}/addons/godot_ts/runtime/godot-ts.js`;
}

async function addAddon(project: string): Promise<void> {
  const folder = `${project}/addons/godot_ts`;
  await linkAll(addon, folder, ["runtime"]);
  await linkAll(`${addon}/runtime`, `${folder}/runtime`, []);
  listExtension(project);
  await mkdir(`${project}/dist`);
  await writeFile(`${project}/dist/game.js`, "");
}

async function linkAll(source: string, folder: string, except: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(source)) {
    if (!except.includes(name)) await symlink(`${source}/${name}`, `${folder}/${name}`);
  }
}
