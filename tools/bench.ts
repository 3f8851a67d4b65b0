import { readFile } from "node:fs/promises";
import { build } from "esbuild";
import { execa } from "execa";
import { bundleOptions } from "../addons/godot_ts/bundle.mjs";
import type { Line } from "../test/bench/measure";
import { measurePeers } from "./bench/peers";
import { measureProcesses } from "./bench/processes";
import { table } from "./bench/table";
import { measureTaskDock } from "./bench/task-dock";
import { makeBuildFolder } from "./build/build-folder";
import { buildForeignExtension } from "./build/foreign-extension";
import { buildAll } from "./build/index";
import { importProject } from "./build/project";
import type { Engine } from "./engine";
import { repository } from "./repository";
import { BuildError } from "./terminal/build-error";
import { step } from "./terminal/step";

const scene = "res://test/bench/bench.tscn";
const bundle = "build/bench/bench.js";

const usage = "npm run bench [-- --json] [-- --peers] [-- --only=TEXT]";
const flags = ["--json", "--peers"];

/**
 * `npm run bench [-- --json] [-- --peers] [-- --only=TEXT]`: measures what TypeScript costs in the
 * engine, beside GDScript in the same process. Prints a table, or one JSON array and nothing else. With
 * `--peers`, also beside the recipe in Rust, which needs cargo. With a text, only the lines that have
 * it in their names.
 */
export async function run(args: readonly string[]): Promise<number> {
  const only = args.find((arg) => arg.startsWith("--only="))?.slice("--only=".length) ?? "";
  if (args.some((arg) => !flags.includes(arg) && arg !== `--only=${only}`))
    throw new BuildError(usage);
  const engine = await buildAll();
  await buildForeignExtension(engine);
  await importProject(engine);
  const inside = await step("Measure in the engine", () => measureInEngine(engine, only));
  const outside = await step("Measure whole processes", (report) =>
    measureProcesses(engine.godot, only, report),
  );
  const dock = await step("Measure with and without the task dock", (report) =>
    measureTaskDock(engine.godot, only, report),
  );
  const peers = args.includes("--peers")
    ? await step("Measure the recipe in Rust", (report) => measurePeers(inside, only, report))
    : [];
  const lines = inside.concat(peers).sort(byName(inside)).concat(outside, dock);
  const isJson = args.includes("--json");
  process.stdout.write(isJson ? `${JSON.stringify(lines)}\n` : table(lines));
  return 0;
}

/** Lines of one name together, in the order in which they were measured first. */
function byName(lines: readonly Line[]): (a: Line, b: Line) => number {
  const place = ({ name }: Line) => lines.findIndex((line) => line.name === name);
  return (a, b) => place(a) - place(b);
}

async function measureInEngine(engine: Engine, only: string): Promise<Line[]> {
  const results = `${makeBuildFolder("bench")}/results.json`;
  await build({
    ...bundleOptions,
    entryPoints: [`${repository}/test/bench/bench.ts`],
    outfile: bundle,
    logLevel: "warning",
  });
  const options = [`--godot-ts-bundle=res://${bundle}`, `--results=${results}`, `--only=${only}`];
  const { failed, all } = await execa(
    engine.godot,
    ["--headless", "--path", repository, scene, "--", ...options],
    { all: true, reject: false },
  );
  if (failed) throw new BuildError(`The benchmarks failed:\n${all}`);
  return JSON.parse(await readFile(results, "utf8"));
}
