import { readFileSync } from "node:fs";
import { repository, runGodot } from "../process/run-game";
import { complaints, DroppedInProject } from "./dropped-in-project";

const parts = `${repository}/test/package/inspector`;

interface Seen {
  readonly editor: string;
  readonly value: unknown;
  readonly default: unknown;
}

let project: DroppedInProject;
let seen: {
  readonly coin: Record<string, Seen>;
  readonly tool: Record<string, Seen>;
  readonly scene: Record<string, unknown>;
  readonly pressed: number;
};
let complained: readonly string[];

beforeAll(async () => {
  project = new DroppedInProject(`
[autoload]

AsyncExecutorDriver="*res://addons/godot_ts/async_executor_driver.tscn"

[editor_plugins]

enabled=PackedStringArray("res://addons/godot_ts/plugin.cfg", "res://addons/probe/plugin.cfg")
`);
  for (const file of ["plugin.cfg", "probe.gd"]) {
    project.write(`addons/probe/${file}`, readFileSync(`${parts}/${file}`, "utf8"));
  }
  project.write("scripts/main.ts", readFileSync(`${parts}/coin.ts`, "utf8"));
  project.build();
  const run = await runGodot(["--editor"], { project: project.folder });
  complained = complaints(run);
  const line = run.stdout.split("\n").find((each) => each.startsWith("SEEN ")) ?? "SEEN null";
  seen = JSON.parse(line.slice("SEEN ".length));
});
afterAll(() => project.remove());

test("the editor has nothing to complain of", () => {
  expect(complained).toEqual([]);
});

describe("in the editor, where a class that is no tool has placeholders", () => {
  test("each property has the editor of its hint", () => {
    const editors = Object.fromEntries(
      Object.entries(seen.coin).map(([name, { editor }]) => [name, editor]),
    );
    expect(editors).toEqual({
      worth: "EditorPropertyInteger",
      weight: "EditorPropertyFloat",
      label: "EditorPropertyNodePath",
      mood: "EditorPropertyEnum",
      icon: "EditorPropertyPath",
      story: "EditorPropertyMultilineText",
      elements: "EditorPropertyFlags",
      layers: "EditorPropertyLayers",
      friends: "EditorPropertyArray",
      double: "EditorPropertyInteger",
    });
  });

  test("a new node has the defaults, to which the arrow goes back", () => {
    const values = (of: "value" | "default") =>
      Object.fromEntries(Object.entries(seen.coin).map(([name, each]) => [name, each[of]]));
    const defaults = {
      worth: 10,
      weight: 2,
      label: null,
      mood: 0,
      icon: "",
      story: "Once",
      elements: 1,
      layers: 1,
      friends: [],
      double: 20,
    };
    expect(values("default")).toEqual(defaults);
    expect(values("value")).toEqual(defaults);
  });

  test("a scene stores what was changed, nodes by their paths", () => {
    expect(seen.scene).toEqual({
      stored: { worth: "25", label: "Label" },
      worth: 25,
      label: true,
    });
  });
});

describe("in the editor, where a tool runs", () => {
  test("it has the same defaults", () => {
    expect(seen.tool.worth).toEqual({
      editor: "EditorPropertyInteger",
      value: 10,
      default: 10,
    });
  });

  test("a button of the inspector calls it", () => {
    expect(seen.pressed).toBe(77);
  });
});
