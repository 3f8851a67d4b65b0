import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import { programsOf } from "../docs/pages";
import { repository } from "../process/run-game";
import { DroppedInProject, enabled } from "./dropped-in-project";

/** The configuration of jest that a page shows in its `n`th block of JSON. */
function jestOf(page: string, n: number): object {
  const text = readFileSync(`${repository}/docs/${page}`, "utf8");
  const block = [...text.matchAll(/^```json\n([\s\S]*?)^```$/gm)][n]?.[1];
  return JSON.parse(block ?? "");
}

let project: DroppedInProject;

beforeAll(() => {
  project = new DroppedInProject(enabled);
  // As `npm install -D jest @types/jest @swc/core @swc/jest` would, without the network.
  for (const name of ["jest", "@swc", "@types/jest"]) {
    symlinkSync(`${repository}/node_modules/${name}`, `${project.folder}/node_modules/${name}`);
  }
  for (const { path, code } of programsOf("testing.md")) {
    if (path !== undefined) project.write(path, code);
  }
});

afterAll(() => project.remove());

/** As `npm install ./addons/godot_ts` would. */
function installAddon(): void {
  symlinkSync("../addons/godot_ts", `${project.folder}/node_modules/godot-ts`);
}

function run(...args: string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, args, { cwd: project.folder, encoding: "utf8" });
}

const runJest = (...args: string[]) => run("node_modules/jest/bin/jest.js", "--no-cache", ...args);

// In order: at first the addon is no package of the project.
describe("a project's own tests, in plain Node", () => {
  test("pass in jest as the documentation shows them, told where the addon is", () => {
    project.write("package.json", JSON.stringify(jestOf("testing.md", 1)));
    const { stderr, status } = runJest();
    expect(stderr).toContain("Tests:       8 passed, 8 total");
    expect(status).toBe(0);
  });

  test("pass in jest with the addon installed as a package", () => {
    installAddon();
    project.write("package.json", JSON.stringify(jestOf("testing.md", 0)));
    const { stderr, status } = runJest();
    expect(stderr).toContain("Tests:       8 passed, 8 total");
    expect(status).toBe(0);
  });

  test("type-check by the types in the addon", () => {
    project.write(
      "tsconfig.json",
      '{"extends": "./addons/godot_ts/tsconfig.json", "include": ["scripts"], "compilerOptions": {"types": ["node", "jest"]}}\n',
    );
    const tsc = run(`${repository}/node_modules/typescript/bin/tsc`, "--project", project.folder);
    expect([tsc.stdout, tsc.status]).toEqual(["", 0]);
  });

  test("fail where they leave a task, and name it", () => {
    project.write(
      "scripts/leak.test.ts",
      `
import { sleep, spawn } from "godot-ts";
import { TestHost } from "godot-ts/testing";

let host: TestHost;
beforeEach(() => { host = new TestHost(); });
afterEach(() => host.close());

test("leaves a patrol", async () => {
  spawn(() => sleep(5), { name: "patrol" });
  await host.advanceFrames(1);
});
`,
    );
    const { stderr, status } = runJest("leak");
    expect(stderr).toContain('task "patrol" is running, waits for sleep(5)');
    expect(status).toBe(1);
  });

  test("are told what needs the engine when they use it, and not before", () => {
    project.write(
      "scripts/node.test.ts",
      `
import { register, spawn, t } from "godot-ts";

test("what needs the engine says so", () => {
  expect(() => register()).toThrow('register of "godot-ts" needs the engine');
  expect(() => t.int).toThrow('t of "godot-ts" needs the engine');
  expect(typeof spawn).toBe("function");
});
`,
    );
    const { stderr, status } = runJest("node.test");
    expect([stderr.includes("1 passed, 1 total"), status]).toEqual([true, 0]);
  });

  test("work in ES modules of Node's own test runner", () => {
    project.write(
      "scripts/plain.test.mjs",
      `
import assert from "node:assert";
import test from "node:test";
import { createRequire } from "node:module";
import { sleep, spawn } from "godot-ts";
import { TestHost } from "godot-ts/testing";

test("a bomb goes off after three seconds", async () => {
  const host = new TestHost();
  const bomb = spawn(async () => { await sleep(3); return "boom"; });
  await host.advance(3.1);
  assert.equal(await bomb, "boom");
  await host.close();
});

test("the modules for require are the same", () => {
  const required = createRequire(import.meta.url)("godot-ts");
  assert.equal(required.spawn, spawn);
});
`,
    );
    const { stdout, status } = run("--test", "scripts/plain.test.mjs");
    expect(stdout).toMatch(/pass 2/);
    expect(status).toBe(0);
  });

  test("stay out of the bundle that the game runs", () => {
    const { status } = project.build();
    expect(status).toBe(0);
    expect(readFileSync(`${project.folder}/dist/game.js`, "utf8")).not.toContain("TestHost");
  });
});
