import { createRequire } from "node:module";
import { compileFunction, constants } from "node:vm";
import { FileAccess } from "godot";
import { modules } from "../../godot";

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

/** Runs a bundle, by its path in the engine's file system, and gives what it exports. */
export function loadModule(path: string): unknown {
  const module = { exports: {} };
  const source = FileAccess.getFileAsString(path);
  const run = compileFunction(source, ["exports", "require", "module"], {
    filename: path,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  run.call(module.exports, module.exports, requireModule, module);
  return module.exports;
}
