import { foregroundChild } from "foreground-child";
import { buildAll } from "./build/index";
import { importProject } from "./build/project";
import { repository } from "./repository";

/** `npm start`: builds what has changed, then runs the demo and ends as it ends. */
export async function run(args: readonly string[]): Promise<never> {
  const engine = await buildAll();
  await importProject(engine);
  foregroundChild(engine.godot, ["--headless", "--path", repository, ...args]);
  return new Promise(() => {});
}
