import { foregroundChild } from "foreground-child";
import { locateEngine } from "./engine";

/** `npm run -s godot -- ARGS`: runs the engine in this process's stead, and ends as it ends. */
export async function run(args: readonly string[]): Promise<never> {
  const { godot } = await locateEngine();
  foregroundChild(godot, [...args]);
  return new Promise(() => {});
}
