import { spawnSync } from "node:child_process";
import { programsOf } from "../docs/pages";
import { repository } from "../process/run-game";
import { DroppedInProject, enabled } from "./dropped-in-project";

/** A project with the programs of a page that name their files, and a main scene that uses them. */
export function pageProject(page: string, scene: string): DroppedInProject {
  const project = new DroppedInProject(enabled);
  for (const { path, code } of programsOf(page)) {
    if (path !== undefined) project.write(path, code);
  }
  project.write("main.tscn", scene);
  project.write(
    "tsconfig.json",
    '{"extends": "./addons/godot_ts/tsconfig.json", "include": ["scripts"]}\n',
  );
  return project;
}

/** What the compiler says of the project's scripts; nothing when they are right. */
export function typeErrors(project: DroppedInProject): string {
  const { stdout } = spawnSync(`${repository}/node_modules/.bin/tsc`, ["--noEmit", "-p", "."], {
    cwd: project.folder,
    encoding: "utf8",
  });
  return stdout;
}
