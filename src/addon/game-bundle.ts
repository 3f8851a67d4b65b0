import { createRequire } from "node:module";
import { compileFunction, constants } from "node:vm";
import { Engine, FileAccess, OS } from "godot";
import { modules, native } from "../godot";
import { print, reportError, warn } from "./report";

const defaultPath = "res://dist/game.js";

/** What a bundle can `require`: our modules and Node's own. Everything else is in the bundle. */
const requireBuiltin = createRequire("/");

function requireModule(id: string): unknown {
  const module = modules.get(id);
  if (module !== undefined) return module;
  if (id.startsWith("node:") || requireBuiltin.resolve.paths(id) === null)
    return requireBuiltin(id);
  throw new Error(
    `"${id}" is not in the bundle: build it with "node addons/godot_ts/cli.mjs build"`,
  );
}

/**
 * Runs the game's bundle. A bundle that is missing, or doesn't compile, or throws, is one error in
 * the log: the game goes on without it.
 */
export function loadGame(path = bundlePath()): void {
  if (!FileAccess.fileExists(path)) {
    const message = `${path} is missing: build the scripts with "node addons/godot_ts/cli.mjs build"`;
    if (Engine.isEditorHint()) warn(message);
    else print("error", message);
    return;
  }
  native.drain(() => {
    try {
      run(path);
    } catch (error) {
      reportError(error, path);
    }
  });
}

function run(path: string): void {
  const module = { exports: {} };
  const source = FileAccess.getFileAsString(path);
  const game = compileFunction(source, ["exports", "require", "module"], {
    filename: path,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  game.call(module.exports, module.exports, requireModule, module);
}

/** `-- --godot-ts-bundle=res://…` runs another bundle, as the tests do. */
function bundlePath(): string {
  const option = "--godot-ts-bundle=";
  for (const argument of OS.getCmdlineUserArgs()) {
    if (argument.startsWith(option)) return argument.slice(option.length);
  }
  return defaultPath;
}
