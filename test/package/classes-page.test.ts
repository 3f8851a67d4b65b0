import { runGodot } from "../process/run-game";
import { complaints, type DroppedInProject } from "./dropped-in-project";
import { pageProject, typeErrors } from "./page-project";

const scene = `[gd_scene format=3]

[ext_resource type="Script" path="res://use_inventory.gd" id="1"]
[ext_resource type="Script" path="res://use_shop.gd" id="2"]
[ext_resource type="Script" path="res://use_box.gd" id="3"]
[ext_resource type="Script" path="res://use_coin.gd" id="4"]

[node name="Main" type="Node"]

[node name="Inventory" type="Node" parent="."]
script = ExtResource("1")

[node name="Shop" type="Shop" parent="."]
script = ExtResource("2")

[node name="Box" type="Node" parent="."]
script = ExtResource("3")

[node name="Player" type="Player" parent="."]

[node name="Coin" type="Node2D" parent="."]
script = ExtResource("4")
`;

let project: DroppedInProject;

beforeAll(() => {
  project = pageProject("classes.md", scene);
});

afterAll(() => project.remove());

describe("the programs of docs/classes.md", () => {
  test("are of the types that they should be", () => {
    expect(typeErrors(project)).toBe("");
  });

  test("do what the page says", async () => {
    expect(project.build().stderr).not.toContain("ERROR");
    const run = await runGodot(["--quit-after", "3000"], { project: project.folder });
    expect(complaints(run)).toEqual([]);
    expect(run.stdout.split("\n").filter((line) => /^[a-z0-9]/.test(line))).toEqual([
      "1 kinds of things, apples: 3",
      "margins: 0, 4",
      "shot at 0.5",
      "shot at 0.25",
      "carried to Ada for 21",
      "collected 50",
      "worth 50, five are 10, gold is 1",
    ]);
  });
});
