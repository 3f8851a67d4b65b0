import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";

const repository = resolve(__dirname, "../../..");

let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "project-"));
  mkdirSync(join(project, "addons/godot_ts/runtime"), { recursive: true });
  for (const file of ["cli.mjs", "bundle.mjs", "extension-list.mjs", "runtime/doc-comments.mjs"]) {
    copyFileSync(join(repository, "addons/godot_ts", file), join(project, "addons/godot_ts", file));
  }
  for (const [name, module] of [
    ["godot", "godot"],
    ["godot-ts", "addon"],
  ]) {
    write(
      `addons/godot_ts/runtime/${name}.mjs`,
      `const runtime = require("godot-ts:${module}");
       export const used = /* @__PURE__ */ (() => runtime.used)();
       export const unused = /* @__PURE__ */ (() => runtime.unused)();`,
    );
  }
  symlinkSync(join(repository, "node_modules"), join(project, "node_modules"));
});

afterEach(() => rmSync(project, { recursive: true }));

function write(path: string, content: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), content);
}

function cli(...args: string[]) {
  return spawnSync(process.execPath, [join(project, "addons/godot_ts/cli.mjs"), ...args], {
    encoding: "utf8",
  });
}

const bundle = () => readFileSync(join(project, "dist/game.js"), "utf8");

describe("node addons/godot_ts/cli.mjs build", () => {
  test("bundles all scripts in order of their names, without declarations and tests", () => {
    write("scripts/b.ts", 'console.log("second");');
    write("scripts/a/deep.ts", 'console.log("first");');
    write("scripts/types.d.ts", "declare const nothing: number;");
    write("scripts/b.test.ts", 'console.log("a test");');
    expect(cli("build").status).toBe(0);
    expect(bundle().match(/console\.log\(.*\)/g)).toEqual([
      'console.log("first")',
      'console.log("second")',
    ]);
  });

  test("leaves the engine's modules to the runtime, and takes of them what is used", () => {
    write("scripts/a.ts", 'import { used } from "godot";\nconsole.log(used);');
    expect(cli("build").status).toBe(0);
    expect(bundle()).toContain('require("godot-ts:godot")');
    expect(bundle()).not.toContain("unused");
    expect(bundle()).not.toContain("godot-ts:addon");
  });

  test("maps the bundle to files of the project", () => {
    write("scripts/a.ts", "console.log(1);");
    cli("build");
    const map = JSON.parse(readFileSync(join(project, "dist/game.js.map"), "utf8"));
    expect(map.sources).toEqual(["../scripts/a.ts"]);
    expect(bundle()).toContain("//# sourceMappingURL=game.js.map");
  });

  test("writes the comments of registered classes beside the bundle, for the editor", () => {
    write("scripts/a.ts", 'import "./deep/coin";\n/** Not registered. */\nexport class A {}');
    write("scripts/deep/coin.ts", "/** A coin. */\n@register()\nexport class Coin {}");
    write(
      "scripts/deep/gold.ts",
      "@register()\nexport class Gold {\n  /** Points. */ worth = 1;\n}",
    );
    expect(cli("build", "--minify").status).toBe(0);
    expect(JSON.parse(readFileSync(join(project, "dist/game.js.docs"), "utf8"))).toEqual([
      { className: "Coin", text: "A coin.", members: {} },
      { className: "Gold", members: { worth: { text: "Points." } } },
    ]);
  });

  test("shows a syntax error with its place, and leaves the last bundle", () => {
    write("scripts/a.ts", "console.log(1);");
    cli("build");
    write("scripts/a.ts", "console.log(;");
    const { status, stderr } = cli("build");
    expect(status).toBe(1);
    expect(stderr).toContain("scripts/a.ts:1:12");
    expect(bundle()).toContain("console.log(1)");
  });

  test("says what to install where esbuild is missing", () => {
    rmSync(join(project, "node_modules"));
    const { status, stderr } = cli("build");
    expect(status).toBe(1);
    expect(stderr).toBe("esbuild is missing in this project: npm i -D esbuild\n");
  });

  test("writes nothing for a command it does not know", () => {
    const { status, stderr } = cli("bundle");
    expect(status).toBe(1);
    expect(stderr).toBe("node addons/godot_ts/cli.mjs build|watch [--minify]\n");
    expect(existsSync(join(project, "dist"))).toBe(false);
  });
});
