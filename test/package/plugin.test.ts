import { cpSync, readFileSync } from "node:fs";
import { type GodotRun, runGodot } from "../process/run-game";
import { complaints, DroppedInProject } from "./dropped-in-project";

const autoload = 'AsyncExecutorDriver="*res://addons/godot_ts/async_executor_driver.tscn"';

let project: DroppedInProject;

beforeAll(() => {
  project = new DroppedInProject(
    '\n[editor_plugins]\n\nenabled=PackedStringArray("res://addons/plugin_switch/plugin.cfg")\n',
  );
  cpSync(`${__dirname}/plugin-switch`, `${project.folder}/addons/plugin_switch`, {
    recursive: true,
  });
  project.write("scripts/main.ts", "export {};\n");
  project.build();
});

afterAll(() => project.remove());

function switchPlugin(state: "on" | "off"): Promise<GodotRun> {
  return runGodot(["--editor", "--quit-after", "3000"], {
    project: project.folder,
    env: { GODOT_TS_PLUGIN: state },
  });
}

const settings = () => readFileSync(`${project.folder}/project.godot`, "utf8");

// In order: what was enabled is disabled.
describe("the plugin", () => {
  test("adds the autoload when it is enabled", async () => {
    const run = await switchPlugin("on");
    expect(complaints(run)).toEqual([]);
    expect(settings()).toContain(autoload);
    expect(settings()).toContain("res://addons/godot_ts/plugin.cfg");
  });

  test("removes the autoload when it is disabled", async () => {
    const run = await switchPlugin("off");
    expect(complaints(run)).toEqual([]);
    expect(settings()).not.toContain("AsyncExecutorDriver");
    expect(settings()).not.toContain("res://addons/godot_ts/plugin.cfg");
  });
});
