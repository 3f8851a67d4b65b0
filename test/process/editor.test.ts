import { cpSync } from "node:fs";
import { makeEditorProject } from "./editor-project";
import { bundleGame, repository, runGodot } from "./run-game";

let project: string;

beforeAll(() => {
  project = makeEditorProject("editor");
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
