import { type Engine, locateEngine } from "../engine";
import { generateApi } from "./api";
import { buildExtension } from "./extension";
import { buildGame } from "./game";
import { shipNodeLibraries } from "./node-libraries";
import { shipNodeScripts } from "./node-scripts";
import { buildPlainModules, buildRuntime } from "./runtime";
import { buildTypes } from "./types";

/** Builds the addon and the game in this repository, what of them has changed. */
export async function buildAll(): Promise<Engine> {
  const engine = await locateEngine();
  await generateApi(engine);
  await buildExtension(engine);
  await shipNodeLibraries(engine);
  await shipNodeScripts(engine);
  await buildRuntime();
  await buildPlainModules();
  await buildTypes();
  await buildGame();
  return engine;
}
