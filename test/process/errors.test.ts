import { runBundle, runGame, writeBundle } from "./run-game";

const quitting = ["--quit-after", "10"];

test("what nobody catches is reported with its file and line, and the game goes on", async () => {
  const { status, stdout, stderr } = await runGame("uncaught");
  expect(stderr).toContain("Error: in a timer");
  expect(stderr).toContain("res://test/process/games/uncaught.ts:6)");
  expect(stderr).toContain("TypeError: nobody caught");
  expect(stderr).toContain("res://test/process/games/uncaught.ts:8)");
  expect(stderr).toContain("Uncaught 'a string'");
  expect(stdout).toContain("the game goes on");
  expect(status).toBe(0);
});

test("a bundle that throws is reported with its file and line, and the game goes on", async () => {
  const { status, stdout, stderr } = await runGame("throws-at-load");
  expect(stderr).toContain("RangeError: at load");
  expect(stderr).toContain("res://test/process/games/throws-at-load.ts:8)");
  expect(stdout).toContain("the game goes on");
  expect(status).toBe(0);
});

test("a bundle with a syntax error is one error, with its place, and the game goes on", async () => {
  const bundle = writeBundle("syntax", "const good = 1;\nconst = 2;\n");
  const { status, stderr } = await runBundle(bundle, { args: quitting });
  expect(errorsIn(stderr)).toEqual([expect.stringContaining("SyntaxError: Unexpected token '='")]);
  expect(stderr).toContain("res://dist/test/process/syntax.js:2");
  expect(status).toBe(0);
});

test("a bundle that is missing is one error, which says what to do, and the game goes on", async () => {
  const { status, stderr } = await runBundle("dist/no-such.js", { args: quitting });
  expect(errorsIn(stderr)).toEqual([
    'ERROR: res://dist/no-such.js is missing: build the scripts with "node addons/godot_ts/cli.mjs build"',
  ]);
  expect(status).toBe(0);
});

test("a module that is not in the bundle is refused, and says what to do", async () => {
  const { stdout } = await runGame("needs-a-package");
  expect(stdout).toContain("node:fs is there");
  expect(stdout).toContain("fs is there");
  expect(stdout).toContain('"esbuild" is not in the bundle');
  expect(stdout).toContain('"./local" is not in the bundle');
});

describe("console", () => {
  let stdout: string;
  let stderr: string;
  beforeAll(async () => {
    ({ stdout, stderr } = await runGame("prints"));
  });

  test("log and info go to stdout, formatted as Node does", () => {
    expect(stdout).toContain("a log line { deep: { object: [ 1 ] } }\n");
    expect(stdout).toContain("an info line\n");
    expect(stdout).toContain("two\nlines\n");
  });

  test("warn is a warning of Godot's, with its place", () => {
    expect(stderr).toMatch(/WARNING: a warning\n +at: .*games\/prints\.ts:6\)/);
  });

  test("error is an error of Godot's, with its place", () => {
    expect(stderr).toMatch(/ERROR: an error of mine\n +at: .*games\/prints\.ts:7\)/);
  });
});

function errorsIn(output: string): string[] {
  return output.split("\n").filter((line) => /^(SCRIPT |USER )?ERROR:/.test(line));
}
