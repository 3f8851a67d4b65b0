import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { listExtension } from "../../addons/godot_ts/extension-list.mjs";
import { repository, runGodot } from "./run-game";

const project = `${repository}/build/test/editor`;

beforeAll(() => {
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
  execFileSync(process.execPath, [`${project}/addons/godot_ts/cli.mjs`, "build"], {
    stdio: "pipe",
  });
});

test.each(["for the first time", "again"])(
  "the editor opens the project %s, and quits without an error",
  async () => {
    const { status, stdout, stderr } = await runGodot(["--editor", "--quit"], { project });
    const errors = (stdout + stderr).split("\n").filter((line) => /ERROR|leaked/.test(line));
    expect(errors).toEqual([]);
    expect(status).toBe(0);
  },
);
