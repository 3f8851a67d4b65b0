// The first JavaScript to run, as a function of (process, require): reads the runtime through the
// engine's file system, which also reaches into an exported pack, and hands it the native side.
// Kept in the library itself; everything else is the addon's runtime/godot-ts.js.
const native = process._linkedBinding("godot_ts");
const { compileFunction } = require("node:vm");

const path = "res://addons/godot_ts/runtime/godot-ts.js";
const [isStatic, string, packedByteArray] = [1, 4, 29];
const readBytes = native.method(
  "FileAccess",
  "get_file_as_bytes",
  659035735,
  isStatic,
  packedByteArray,
  [string],
  1,
);

// esbuild writes ASCII, which is the fastest to read.
const bytes = Buffer.from(readBytes(path).buffer);
const source = bytes.latin1Slice();
// Freed now, not when the garbage collector comes.
bytes.buffer.transfer(0);
if (source === "")
  throw new Error(`${path} is missing: copy the whole addon, or build it with "npm run build"`);

// The runtime adds the modules that it serves; everything else is Node's own.
const modules = new Map();
const load = (id) => modules.get(id) ?? require(id);
const parameters = ["godotTsNative", "godotTsModules", "godotTsReadBytes", "require"];
const run = compileFunction(source, parameters, { filename: path });
run(native, modules, readBytes, load);
