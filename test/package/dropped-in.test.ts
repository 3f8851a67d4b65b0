import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { repository, runGodot } from "../process/run-game";
import { complaints, DroppedInProject, enabled } from "./dropped-in-project";

const script = `
import { Node, SceneTree } from "godot";
import { method, nextFrame, register, spawn, t } from "godot-ts";
import { shout } from "tiny-shout";

@register()
export class Greeter extends Node {
  override _ready(): void {
    spawn(async () => {
      await nextFrame();
      console.log(shout("a task ends"));
      (this.getTree() as SceneTree).quit(3);
    });
  }

  @method({ args: [t.string], returns: t.string })
  greet(name: string): string {
    return \`Hello, \${name}!\`;
  }
}
`;

let project: DroppedInProject;

beforeAll(() => {
  project = new DroppedInProject(enabled);
  project.write("scripts/main.ts", script);
  project.write(
    "main.gd",
    'extends Node\n\n\nfunc _ready() -> void:\n\tprint($Greeter.greet("GDScript"))\n',
  );
  project.write(
    "main.tscn",
    `[gd_scene format=3]

[ext_resource type="Script" path="res://main.gd" id="1"]

[node name="Main" type="Node"]
script = ExtResource("1")

[node name="Greeter" type="Greeter" parent="."]
`,
  );
  project.write("node_modules/tiny-shout/package.json", '{"name":"tiny-shout","main":"index.js"}');
  project.write(
    "node_modules/tiny-shout/index.js",
    "exports.shout = (text) => text.toUpperCase();\n",
  );
  project.write(
    "node_modules/tiny-shout/index.d.ts",
    "export function shout(text: string): string;\n",
  );
  project.write(
    "tsconfig.json",
    '{"extends": "./addons/godot_ts/tsconfig.json", "include": ["scripts"]}\n',
  );
});

afterAll(() => project.remove());

// In order: each goes on from what the one before has left, as a user would.
describe("a project that the addon was copied into", () => {
  test("type-checks its scripts by the types in the addon", () => {
    const tsc = spawnSync(
      process.execPath,
      [`${repository}/node_modules/typescript/bin/tsc`, "--project", project.folder],
      { encoding: "utf8" },
    );
    expect(tsc.stdout).toBe("");
    expect(tsc.status).toBe(0);
  });

  test("says why it can't bundle scripts with a syntax error", () => {
    project.write("scripts/broken.ts", "const coin = ;\n");
    const { status, stderr } = project.build();
    expect(status).toBe(1);
    expect(stderr).toContain("scripts/broken.ts:1:13");
    expect(stderr).toContain('Unexpected ";"');
    expect(existsSync(`${project.folder}/dist/game.js`)).toBe(false);
  });

  test("runs without a bundle, and says how to make one", async () => {
    project.write("empty.tscn", '[gd_scene format=3]\n\n[node name="Empty" type="Node"]\n');
    const run = await runGodot(["res://empty.tscn", "--quit-after", "3"], {
      project: project.folder,
    });
    expect(complaints(run)).toEqual([
      'ERROR: res://dist/game.js is missing: build the scripts with "node addons/godot_ts/cli.mjs build"',
    ]);
    expect(run.status).toBe(0);
  });

  test("bundles its scripts, with a source map and the npm packages they import", () => {
    project.write("scripts/broken.ts", "export {};\n");
    expect(project.build().status).toBe(0);
    expect(readFileSync(`${project.folder}/dist/game.js`, "utf8")).toContain("text.toUpperCase()");
    const map = JSON.parse(readFileSync(`${project.folder}/dist/game.js.map`, "utf8"));
    expect(map.sources).toContain("../scripts/main.ts");
  });

  test.each(["for the first time", "again"])(
    "opens in the editor %s without an error",
    async () => {
      const run = await runGodot(["--editor", "--quit"], { project: project.folder });
      expect(complaints(run)).toEqual([]);
      expect(run.status).toBe(0);
    },
  );

  test("runs its TypeScript, from GDScript and in tasks", async () => {
    const run = await runGodot(["--no-header", "--quit-after", "600"], { project: project.folder });
    expect(complaints(run)).toEqual([]);
    expect(run.stdout.trim()).toBe("Hello, GDScript!\nA TASK ENDS");
    expect(run.status).toBe(3);
  });
});
