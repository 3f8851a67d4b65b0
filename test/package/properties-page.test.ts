import { runGodot } from "../process/run-game";
import { complaints, type DroppedInProject } from "./dropped-in-project";
import { pageProject, typeErrors } from "./page-project";

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
  project = pageProject("properties.md", scene);
});

afterAll(() => project.remove());

describe("the programs of docs/properties.md", () => {
  test("are of the types that they should be", () => {
    expect(typeErrors(project)).toBe("");
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
