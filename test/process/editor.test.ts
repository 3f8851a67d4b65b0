import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { listExtension } from "../../addons/godot_ts/extension-list.mjs";
import { bundleGame, repository, runGodot } from "./run-game";

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

test("in the editor, placeholders stand for what is no tool, and tasks run as in the game", async () => {
  const bundle = await bundleGame("in-the-editor");
  cpSync(`${repository}/${bundle}`, `${project}/dist/in-the-editor.js`);
  const { status, stdout } = await runGodot(
    ["--editor", "--", "--godot-ts-bundle=res://dist/in-the-editor.js"],
    { project },
  );
  const lines = stdout.split("\n").filter((line) => /^(passed|FAILED|all is checked)/.test(line));
  expect(lines.filter((line) => !line.startsWith("passed: "))).toEqual(["all is checked"]);
  expect(lines).toHaveLength(8);
  expect(status).toBe(0);
});
