import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { ProjectSettings } from "godot";

/** A program of a page in `docs/`, by the heading above it. */
export interface DocProgram {
  readonly heading: string;
  /** Runs it, with what it takes for granted. Its modules' exports are among that. */
  run(names: Readonly<Record<string, unknown>>): Promise<void>;
}

type Compiled = (...values: readonly unknown[]) => Promise<void>;
// Node in Godot comes without TypeScript.
const esbuild = ProjectSettings.globalizePath("res://node_modules/esbuild/bin/esbuild");
const AsyncFunction = (async () => {}).constructor as new (...source: string[]) => Compiled;

/** The programs in TypeScript of a page. */
export function docPrograms(page: string): readonly DocProgram[] {
  const text = readFileSync(ProjectSettings.globalizePath(`res://docs/${page}`), "utf8");
  const programs: DocProgram[] = [];
  let heading = "";
  for (const [, title, code] of text.matchAll(/^#+ (.+)$|^```ts\n([\s\S]*?)^```$/gm)) {
    if (title !== undefined) heading = title;
    if (code !== undefined) programs.push({ heading, run: runner(code) });
  }
  return programs;
}

function runner(code: string): DocProgram["run"] {
  return async (names) => {
    const source = execFileSync(esbuild, ["--loader=ts"], { input: code, encoding: "utf8" });
    await new AsyncFunction(...Object.keys(names), source)(...Object.values(names));
  };
}
