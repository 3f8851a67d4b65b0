import { runGodot } from "../process/run-game";
import { complaints, DroppedInProject, enabled } from "./dropped-in-project";

const game = `extends Node

signal told


func _ready() -> void:
	var all := Async.all([told, count.bind(2), Async.delay(0.01)])
	told.emit()
	var results: Array = await all.completed
	print("all: ", results)
	var late := Async.timeout(told, 0.01)
	await late.completed
	print("late: ", late.state)
	Async.delay(1000).bind_to(self)
	get_tree().quit(3)


func count(to: int) -> AsyncTask:
	return Async.run(func() -> int:
		for i in to:
			await Async.next_frame().completed
		return to
	)


func _notification(what: int) -> void:
	if what == NOTIFICATION_PREDELETE:
		print("the end: ", Async)
`;

const tool = `@tool
extends EditorPlugin


func _enter_tree() -> void:
	if not OS.has_environment("RUN_THE_TOOL"):
		return
	await Async.delay(0.01).completed
	await Async.until(func() -> bool: return is_inside_tree()).bind_to(self).completed
	print("the tool has run")
	get_tree().quit()
`;

let project: DroppedInProject;

beforeAll(() => {
  const plugins =
    'enabled=PackedStringArray("res://addons/tool/plugin.cfg", "res://addons/godot_ts';
  project = new DroppedInProject(
    enabled.replace('enabled=PackedStringArray("res://addons/godot_ts', plugins),
  );
  project.write("main.gd", game);
  project.write(
    "main.tscn",
    `[gd_scene format=3]

[ext_resource type="Script" path="res://main.gd" id="1"]

[node name="Main" type="Node"]
script = ExtResource("1")
`,
  );
  project.write(
    "addons/tool/plugin.cfg",
    '[plugin]\n\nname="tool"\ndescription=""\nauthor=""\nversion="1.0"\nscript="plugin.gd"\n',
  );
  project.write("addons/tool/plugin.gd", tool);
  // As the editor does when it first opens the project.
  project.write(".godot/extension_list.cfg", "res://addons/godot_ts/godot_ts.gdextension\n");
});

afterAll(() => project.remove());

describe("a project without any TypeScript, and without a bundle,", () => {
  test("has tasks in GDScript, and no complaint", async () => {
    const run = await runGodot(["--no-header", "--quit-after", "3000"], {
      project: project.folder,
    });
    expect(complaints(run)).toEqual([]);
    expect(run.stdout).toMatch(
      /^all: \[<null>, 2, <null>\]\nlate: failed\nthe end: <Async#-?\d+>\n$/,
    );
    expect(run.status).toBe(3);
  });

  test.each(["for the first time", "again"])("opens in the editor %s", async () => {
    const run = await runGodot(["--editor", "--quit"], { project: project.folder });
    expect(complaints(run)).toEqual([]);
    expect(run.status).toBe(0);
  });

  test("has tasks in tool scripts", async () => {
    const run = await runGodot(["--editor", "--quit-after", "3000"], {
      project: project.folder,
      env: { RUN_THE_TOOL: "1" },
    });
    expect(complaints(run)).toEqual([]);
    expect(run.stdout).toContain("the tool has run");
    expect(run.status).toBe(0);
  });
});
