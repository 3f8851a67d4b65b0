import { spawnSync } from "node:child_process";
import { programsOf } from "../docs/pages";
import { repository, runGodot } from "../process/run-game";
import { complaints, DroppedInProject, enabled } from "./dropped-in-project";

const scene = `[gd_scene format=3]

[ext_resource type="Script" path="res://use_coin.gd" id="1"]
[ext_resource type="Script" path="res://use_dial.gd" id="2"]

[node name="Main" type="Node"]

[node name="Coin" type="Node" parent="."]
script = ExtResource("1")

[node name="Dial" type="Node" parent="."]
script = ExtResource("2")

[node name="Level" type="Level" parent="."]
map_name = "Castle"
`;

let project: DroppedInProject;

beforeAll(() => {
  project = new DroppedInProject(enabled);
  for (const { path, code } of programsOf("properties.md")) {
    if (path !== undefined) project.write(path, code);
  }
  project.write("main.tscn", scene);
  project.write(
    "tsconfig.json",
    '{"extends": "./addons/godot_ts/tsconfig.json", "include": ["scripts"]}\n',
  );
});

afterAll(() => project.remove());

describe("the programs of docs/properties.md", () => {
  test("are of the types that they should be", () => {
    const tsc = spawnSync(`${repository}/node_modules/.bin/tsc`, ["--noEmit", "-p", "."], {
      cwd: project.folder,
      encoding: "utf8",
    });
    expect(tsc.stdout).toBe("");
  });

  test("do what the page says", async () => {
    expect(project.build().stderr).not.toContain("ERROR");
    const run = await runGodot(["--quit-after", "20"], { project: project.folder });
    expect(complaints(run)).toEqual([
      'SCRIPT ERROR: TypeError: Coin.worth must be int, not string "much"',
    ]);
    expect(run.stdout.split("\n").filter((line) => /^[a-z0-9]/.test(line))).toEqual([
      "worth 5",
      "angle 3.14",
    ]);
  });
});
