import { foregroundChild } from "foreground-child";
import { buildAll } from "./build/index";
import { importProject } from "./build/project";
import { repository } from "./repository";

const scene = "res://test/bench/bench.tscn";

/** `npm run bench`: runs the benchmarks in the engine. What they print is all of stdout. */
export async function run(args: readonly string[]): Promise<never> {
  const engine = await buildAll();
  await importProject(engine);
  foregroundChild(engine.godot, [
    ...["--headless", "--no-header", "--path", repository, scene],
    ...["--", ...args],
  ]);
  return new Promise(() => {});
}
