// The first JavaScript to run, as a function of (process, require): reads the runtime through the
// engine's file system, which also reaches into an exported pack, and hands it the native side.
// Kept in the library itself; everything else is the addon's runtime/godot-ts.js.
const native = process._linkedBinding("godot_ts");
const { Script } = require("node:vm");

const path = "res://addons/godot_ts/runtime/godot-ts.js";
const [isStatic, bool, string] = [1, 1, 4];
const fileExists = native.method(
  "FileAccess",
  "file_exists",
  2323990056,
  isStatic,
  bool,
  [string],
  1,
);
const readText = native.method(
  "FileAccess",
  "get_file_as_string",
  1703090593,
  isStatic,
  string,
  [string],
  1,
);

if (!fileExists(path))
  throw new Error(`${path} is missing: copy the whole addon, or build it with "npm run build"`);

// The runtime adds the modules that it serves; everything else is Node's own.
const modules = new Map();
const load = (id) => modules.get(id) ?? require(id);
const run = new Script(
  `(function (godotTsNative, godotTsModules, require) {${readText(path)}\n})`,
  { filename: path },
);
run.runInThisContext()(native, modules, load);
