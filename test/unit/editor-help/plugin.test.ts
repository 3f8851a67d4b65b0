import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { build, type Plugin } from "esbuild";
import { docComments } from "../../../src/editor-help/extract";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "doc-comments-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, content: string): void {
  writeFileSync(join(folder, path), content);
}

async function bundle(...others: Plugin[]) {
  const { warnings } = await build({
    absWorkingDir: folder,
    entryPoints: ["main.ts"],
    bundle: true,
    outfile: "game.js",
    external: ["godot-ts"],
    logLevel: "silent",
    plugins: [...others, docComments()],
  });
  const found = JSON.parse(readFileSync(join(folder, "game.js.docs"), "utf8"));
  return { found, warnings: warnings.map(({ text }) => text) };
}

test("scripts that the bundle does not have are not looked at", async () => {
  write("main.ts", "/** A. */ @register() class A {}");
  write("other.ts", "/** B. */ @register() class B {}");
  const { found, warnings } = await bundle();
  expect(found).toEqual([{ className: "A", text: "A.", members: {} }]);
  expect(warnings).toEqual([]);
});

test("scripts in JavaScript are looked at too", async () => {
  write("main.ts", 'import "./coin.js";');
  write("coin.js", "/** A coin. */ @register() class Coin {}");
  expect((await bundle()).found).toEqual([{ className: "Coin", text: "A coin.", members: {} }]);
});

test("a script that only another plugin understands is a warning, and costs no other its comments", async () => {
  write("main.ts", 'import "./strange.ts";\n/** A. */ @register() class A {}');
  write("strange.ts", "%%% @register");
  const strange: Plugin = {
    name: "strange",
    setup: ({ onLoad }) => onLoad({ filter: /strange/ }, () => ({ contents: "" })),
  };
  const { found, warnings } = await bundle(strange);
  expect(found).toEqual([{ className: "A", text: "A.", members: {} }]);
  expect(warnings).toEqual([
    expect.stringMatching(/^The comments of strange\.ts are not in the editor's help: .*\(1:0\)$/),
  ]);
});

test("a bundle without an outfile is refused", async () => {
  const building = build({ stdin: { contents: "" }, plugins: [docComments()], logLevel: "silent" });
  await expect(building).rejects.toThrow("doc-comments: the bundle needs an outfile");
});
