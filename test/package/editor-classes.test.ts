import { cpSync, readFileSync } from "node:fs";
import { runGodot } from "../process/run-game";
import { complaints, DroppedInProject } from "./dropped-in-project";

let project: DroppedInProject;

beforeAll(() => {
  project = new DroppedInProject(
    '\n[editor_plugins]\n\nenabled=PackedStringArray("res://addons/godot_ts/plugin.cfg", "res://addons/ts_plugin/plugin.cfg")\n',
  );
  cpSync(`${__dirname}/editor-classes/ts_plugin`, `${project.folder}/addons/ts_plugin`, {
    recursive: true,
  });
  project.write(
    "scripts/classes.ts",
    readFileSync(`${__dirname}/editor-classes/classes.ts`, "utf8"),
  );
  project.build();
});

afterAll(() => project.remove());

test("in the editor run plugins and tools, and of other classes there are placeholders", async () => {
  const run = await runGodot(["--editor", "--quit-after", "300"], { project: project.folder });
  expect(complaints(run)).toEqual([]);
  const said = run.stdout
    .split("\n")
    .filter((line) => /^(tool|played|plugin|placeholder)/.test(line));
  // Before, the editor makes one of each class to read the defaults of its properties.
  expect(said.slice(said.findIndex((line) => line.startsWith("plugin entered")))).toEqual([
    "plugin entered, in the editor: true",
    "tool made",
    "placeholder: Played, worth 10",
    "plugin left",
  ]);
});
