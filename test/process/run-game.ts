// Runs small games in Godot, each in a process of its own, for tests of how a whole game behaves.
import { execFile, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, jest } from "@jest/globals";
import { locateEngine } from "../../tools/engine";
import { engineEnvironment } from "../../tools/jest-runner/engine-environment";

// Godot's own time, not the tests'.
jest.setTimeout(120_000);

export const repository = resolve(__dirname, "../..");
const scene = "res://test/engine/engine.tscn";

export interface GodotRun {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface GodotOptions {
  /** The project, by default this repository. */
  readonly project?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether it has a window, on a screen that nobody sees. By default it has none. */
  readonly isInWindow?: boolean;
}

const windowArgs = ["--rendering-driver", "opengl3", "--audio-driver", "Dummy"];

/** A game that should have ended long ago is ended, so that its test fails and nothing is left. */
const watchdog = { timeout: 110_000, killSignal: "SIGKILL" } as const;

/** Runs Godot, and waits for its end. */
export async function runGodot(
  args: readonly string[],
  { project = repository, env = {}, isInWindow = false }: GodotOptions = {},
): Promise<GodotRun> {
  const { godot } = await locateEngine();
  const variables = Object.entries({
    ...engineEnvironment(basename(expect.getState().testPath ?? "")),
    ...env,
  }).filter(([name, value]) => process.env[name] !== value);
  // Not for the screen's own programs, which come first.
  const inEnvironment = ["env", ...variables.map(([name, value]) => `${name}=${value}`), godot];
  const [program = "env", ...given] = isInWindow
    ? ["xvfb-run", "--auto-servernum", ...inEnvironment, ...windowArgs]
    : [...inEnvironment, "--headless"];
  const child = spawn(program, [...given, "--path", project, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    ...watchdog,
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  return new Promise((done, failed) => {
    child.once("error", failed);
    child.once("close", (status, signal) => done({ status, signal, stdout, stderr }));
  });
}

export interface GameOptions {
  /** Arguments for Godot, such as `--verbose`. */
  readonly args?: readonly string[];
  /** Arguments of the game's own, such as `--inspect`. */
  readonly userArgs?: readonly string[];
  readonly env?: GodotOptions["env"];
  /** See {@link GodotOptions.isInWindow}. */
  readonly isInWindow?: boolean;
}

/** Bundles a game of `test/process/games`, runs it, and waits for its end. */
export async function runGame(name: string, options: GameOptions = {}): Promise<GodotRun> {
  return runBundle(await bundleGame(name), options);
}

/** Runs a bundle, by its path in the project, that may be missing. */
export function runBundle(bundle: string, options: GameOptions = {}): Promise<GodotRun> {
  const { args = [], userArgs = [], env, isInWindow } = options;
  return runGodot([...args, scene, "--", `--godot-ts-bundle=res://${bundle}`, ...userArgs], {
    env,
    isInWindow,
  });
}

/** Writes a bundle as it is, and gives its path in the project. */
export function writeBundle(name: string, content: string): string {
  const bundle = `dist/test/process/${name}.js`;
  mkdirSync(`${repository}/dist/test/process`, { recursive: true });
  writeFileSync(`${repository}/${bundle}`, content);
  return bundle;
}

/** Bundles a game of `test/process/games`, and gives the bundle's path in this repository. */
export async function bundleGame(name: string): Promise<string> {
  const bundle = `dist/test/process/${name}.js`;
  // In a process of its own, since jest loads no ES modules.
  await promisify(execFile)(process.execPath, [`${__dirname}/bundle-game.mjs`, name, bundle]);
  return bundle;
}
