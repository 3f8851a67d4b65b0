import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { bundleScripts, makeEditorProject } from "./editor-project";
import { runGodot } from "./run-game";

const script = `import { FileAccess, Node } from "godot";
import { once, register, scopeOf, select, sleep, spawn } from "godot-ts";

@register()
export class Guard extends Node {
  override _ready(): void {
    const scope = scopeOf(this);
    scope.spawn(
      async () => {
        spawn(() => sleep(1000), { name: "look around" });
        await once(this.renamed);
      },
      { name: "patrol" },
    );
    scope.spawn(() => this.#lunch(), { name: "lunch" });
    scope.spawn(() => this.#nap(), { name: "nap" });
    void this.#tellThatItPlays();
    // In case that the editor is ended without ending the game.
    setTimeout(() => this.getTree()?.quit(), 110_000);
  }

  async #tellThatItPlays(): Promise<void> {
    await sleep(0.6);
    FileAccess.open("res://plays", FileAccess.WRITE)?.close();
  }

  async #nap(): Promise<void> {
    await select({ woken: once(this.renamed), rested: sleep(1000) });
  }

  async #lunch(): Promise<void> {
    try {
      await sleep(1000);
    } finally {
      console.log("lunch is over");
    }
  }
}
`;

const scene = `[gd_scene format=3]

[node name="Guard" type="Guard"]
`;

/** The line of the script, from 1, that holds a text. */
function lineOf(text: string): number {
  return script.split("\n").findIndex((line) => line.includes(text)) + 1;
}

let project: string;
/** What the dock was seen to show, in order. */
let seen: string[];
let stdout: string;

beforeAll(async () => {
  project = makeEditorProject("task-dock");
  writeFileSync(`${project}/scripts/guard.ts`, script);
  writeFileSync(`${project}/scenes/guard.tscn`, scene);
  bundleScripts(project);
  cpSync(`${__dirname}/dock-user`, `${project}/addons/dock_user`, { recursive: true });
  const settings = readFileSync(`${project}/project.godot`, "utf8").replace(
    '"res://addons/godot_ts/plugin.cfg"',
    '"res://addons/godot_ts/plugin.cfg", "res://addons/dock_user/plugin.cfg"',
  );
  writeFileSync(
    `${project}/project.godot`,
    `${settings}
[editor]

run/main_run_args="--headless"

[godot_ts]

executor/stuck_after=0.5
`,
  );
  // At this scale, lengths are no whole numbers of pixels by themselves.
  mkdirSync(`${project}/.config/godot`, { recursive: true });
  writeFileSync(
    `${project}/.config/godot/editor_settings-4.6.tres`,
    `[gd_resource type="EditorSettings" format=3]

[resource]
interface/editor/display_scale = 1
`,
  );
  const editor = `${project}/note-what-to-open`;
  writeFileSync(
    editor,
    `#!/bin/sh\necho "$1" > "${project}/opening"\nmv "${project}/opening" "${project}/opened"\n`,
  );
  chmodSync(editor, 0o755);
  const run = await runGodot(["--editor", "--", editor], {
    project,
    env: { XDG_CONFIG_HOME: `${project}/.config`, XDG_DATA_HOME: `${project}/.data` },
  });
  stdout = run.stdout;
  seen = stdout.split("\n").flatMap((line) => /^dock: (.*)/.exec(line)?.[1] ?? []);
  expect((stdout + run.stderr).split("\n").filter((line) => line.includes("ERROR"))).toEqual([]);
}, 120_000);

test("without a game, the dock says how to get one", () => {
  expect(seen[0]).toBe("without a game: Run the project to see its tasks here.");
});

test("the game tells of its tasks only when somebody looks", () => {
  expect(seen[1]).toBe("before anybody looks: The game has not told of its tasks yet.");
});

test("each task is in the tree, with its state, what it waits for, and where", () => {
  expect(seen.filter((line) => line.startsWith("row: "))).toEqual([
    'row: Guard "Guard"|||',
    `row: patrol|stuck|once(Guard.renamed)|scripts/guard.ts:${lineOf("await once")}`,
    `row: look around|waiting|sleep(1000)|scripts/guard.ts:${lineOf("look around")}`,
    `row: lunch|waiting|sleep(1000)|scripts/guard.ts:${lineOf("await sleep(1000)")}`,
    expect.stringMatching(/^row: nap\|/),
  ]);
});

test("a combination is one thing that is waited for, and not stuck when a time ends it", () => {
  expect(seen).toContain(
    `row: nap|waiting|select(woken: once(Guard.renamed), rested: sleep(1000))|scripts/guard.ts:${lineOf("await select")}`,
  );
});

test("those that are stuck are counted, and in the editor's color of warnings", () => {
  expect(seen).toContain("count: 4 tasks, 1 stuck");
  expect(seen).toContain("the stuck one is marked: true");
});

test("a filter shows the tasks of a name, and what they belong to", () => {
  expect(seen.filter((line) => line.startsWith("filtered by lunch"))).toEqual([
    'filtered by lunch: Guard "Guard"|||',
    expect.stringContaining("filtered by lunch: lunch|waiting|sleep(1000)"),
  ]);
  expect(seen).toContain('nobody has that name: No task has "nobody" in its name.');
});

test("the line in which a task waits is opened in the external editor", () => {
  expect(seen).toContain("menu: Open Line, Cancel Task");
  const place = `scripts/guard.ts:${lineOf("await sleep(1000)")}`;
  expect(seen).toContain(`open: Opened ${place} in note-what-to-open.`);
  expect(readFileSync(`${project}/opened`, "utf8").trim()).toBe(`${project}/${place}`);
});

test("a task that is cancelled in the dock ends in the game, its cleanup run", () => {
  expect(seen).toContain('cancel: Asked the game to cancel "lunch".');
  expect(seen).toContain("gone: lunch");
  expect(stdout).toContain("lunch is over");
});

test("when the game is over, so is what the dock shows of it", () => {
  expect(seen.at(-1)).toBe("after the game: Run the project to see its tasks here.");
});
