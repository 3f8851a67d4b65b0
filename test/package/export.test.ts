import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { repository, runGodot } from "../process/run-game";

let folder: string;
let game: ReturnType<typeof spawnSync>;

beforeAll(() => {
  execFileSync(process.execPath, [`${repository}/tools/run.mjs`, "export"], { stdio: "pipe" });
  folder = mkdtempSync(join(tmpdir(), "exported-"));
  cpSync(`${repository}/build/demo`, `${folder}/game`, { recursive: true });
  game = spawnSync(`${folder}/game/demo.x86_64`, ["--headless", "--no-header"], {
    cwd: folder,
    encoding: "utf8",
    // The loader writes down each library that it loads.
    env: { ...process.env, LD_DEBUG: "libs", LD_DEBUG_OUTPUT: `${folder}/loader` },
  });
}, 600_000);

afterAll(() => rmSync(folder, { recursive: true }));

/** Where the libraries of the process were loaded from, by the loader's own record. */
function loadedLibraries(): string[] {
  const record = readdirSync(folder).find((name) => name === `loader.${game.pid}`) ?? "";
  const text = readFileSync(`${folder}/${record}`, "utf8");
  return [...text.matchAll(/calling init: (.+)/g)].map((match) => match[1] ?? "");
}

/** What is measured differs from run to run. */
function withoutFigures(output: string): string {
  return output.replace(/\d[\d.,]*/g, "#");
}

describe("the exported demo, in an empty folder", () => {
  test("says the same as the demo in the repository", async () => {
    const demo = await runGodot(["--no-header"]);
    expect(demo.stdout).toContain("All 6 hold.");
    expect(withoutFigures(String(game.stdout))).toBe(withoutFigures(demo.stdout));
    expect(withoutFigures(String(game.stderr))).toBe(withoutFigures(demo.stderr));
    expect(game.status).toBe(demo.status);
  });

  test("loads the extension and Node from beside the program", () => {
    const own = loadedLibraries().filter((path) => /^lib(godot_ts|node|uv)\./.test(basename(path)));
    expect(own).toHaveLength(3);
    expect([...new Set(own.map(dirname))]).toEqual([`${folder}/game`]);
  });

  test("leaves out what is for the editor alone", () => {
    const pack = readFileSync(`${folder}/game/demo.pck`, "latin1");
    expect(pack).toContain("dist/game.js");
    expect(pack).not.toContain("dist/game.js.docs");
    expect(pack).not.toMatch(/(?<!res:\/\/)addons\/godot_ts\/runtime\/editor-help\.js/);
    expect(pack).not.toContain("runtime/doc-comments.mjs");
  });

  test("loads nothing from the repository's addon", () => {
    expect(loadedLibraries().filter((path) => path.startsWith(`${repository}/addons`))).toEqual([]);
  });
});
