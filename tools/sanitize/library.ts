import { existsSync } from "node:fs";
import { readdir, realpath, rm, symlink } from "node:fs/promises";
import { isAbsolute } from "node:path";
import { execa } from "execa";
import { binaries, extensionName } from "../build/binaries";
import { makeBuildFolder } from "../build/build-folder";
import { buildExtension } from "../build/extension";
import { whenChanged } from "../build/when-changed";
import type { Engine } from "../engine";
import { repository } from "../repository";
import { BuildError } from "../terminal/build-error";
import { requireTools } from "../terminal/require-tools";

const opener = `${repository}/tools/sanitize/open_library.cpp`;

/** What Godot needs to run the extension under the sanitizers. */
export interface SanitizedLibrary {
  readonly library: string;
  /** Libraries that Godot must load first, in this order. */
  readonly preload: readonly string[];
}

/** Compiles the extension with the sanitizers in it, beside the one that users get. */
export async function buildSanitizedLibrary(engine: Engine): Promise<SanitizedLibrary> {
  const compiler = process.env.CXX || "g++";
  requireTools({ [compiler]: "g++" });
  const runtime = await runtimeOf(compiler, "libasan.so");
  const output = makeBuildFolder("sanitized/bin");
  await buildExtension(engine, {
    name: "sanitized",
    output,
    settings: ["-DCMAKE_BUILD_TYPE=None", "-DGODOT_TS_SANITIZE=ON"],
  });
  await linkBeside(output);
  return {
    library: `${output}/${extensionName}`,
    preload: [await compileOpener(compiler), runtime],
  };
}

/** The compiler's own, which the program has to load before anything else. */
async function runtimeOf(compiler: string, name: string): Promise<string> {
  const { stdout } = await execa(compiler, [`-print-file-name=${name}`]);
  if (!isAbsolute(stdout) || !existsSync(stdout)) {
    throw new BuildError(`${compiler} has no ${name}: install the sanitizers of g++.`);
  }
  // A link may be a linker's script beside the library itself.
  return realpath(stdout);
}

/** Puts what the extension looks for beside itself there: Node, its libraries, its scripts. */
async function linkBeside(folder: string): Promise<void> {
  for (const name of await readdir(binaries)) {
    if (name === extensionName) continue;
    await rm(`${folder}/${name}`, { force: true });
    await symlink(`${binaries}/${name}`, `${folder}/${name}`);
  }
}

async function compileOpener(compiler: string): Promise<string> {
  const library = `${makeBuildFolder("sanitized/bin")}/libopen_library.so`;
  await whenChanged("sanitized-opener", { files: [opener], settings: compiler }, async () => {
    await execa(compiler, ["-std=c++20", "-shared", "-fPIC", "-O1", "-o", library, opener, "-ldl"]);
    return { outputs: [library] };
  });
  return library;
}
