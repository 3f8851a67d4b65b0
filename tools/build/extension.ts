import { existsSync } from "node:fs";
import { execa } from "execa";
import type { Engine } from "../engine";
import { repository } from "../repository";
import { BuildError } from "../terminal/build-error";
import { hasTool, requireTools } from "../terminal/require-tools";
import { type ReportProgress, step } from "../terminal/step";
import { binaries, extensionLibrary } from "./binaries";
import { makeBuildFolder } from "./build-folder";
import { compiledFraction } from "./compile-progress";
import { filesIn } from "./files-in";
import { whenChanged } from "./when-changed";

const sources = `${repository}/src/native`;

/** Compiles the extension's C++, what of it has changed. */
export async function buildExtension(engine: Engine): Promise<void> {
  const header = `${engine.apiFolder}/gdextension_interface.h`;
  const settings = cmakeSettings(engine);
  const files = [...filesIn(sources), header, engine.libnode];
  await whenChanged("extension", { files, settings }, async () => {
    requireBuildTools();
    await step("Compile the extension", (report) => compile(settings, report));
    return { outputs: [extensionLibrary] };
  });
}

function cmakeSettings(engine: Engine): readonly string[] {
  return [
    "-DCMAKE_BUILD_TYPE=Release",
    `-DGODOT_INTERFACE_DIR=${engine.apiFolder}`,
    `-DNODE_INCLUDE_DIRS=${engine.nodeInclude.join(";")}`,
    `-DLIBNODE=${engine.libnode}`,
    `-DGODOT_TS_OUTPUT_DIR=${binaries}`,
  ];
}

async function compile(settings: readonly string[], report: ReportProgress): Promise<void> {
  const folder = makeBuildFolder("native");
  const isConfigured = existsSync(`${folder}/CMakeCache.txt`);
  // Another generator than that of an earlier run is an error, so it is chosen once.
  const generator = !isConfigured && hasTool("ninja") ? ["-G", "Ninja"] : [];
  await cmake(["-S", sources, "-B", folder, ...generator, ...settings], () => {});
  await cmake(["--build", folder, "--parallel"], report);
}

async function cmake(args: readonly string[], report: ReportProgress): Promise<void> {
  const process = execa("cmake", args, { all: true, reject: false });
  for await (const line of process.iterable({ from: "all" })) {
    const fraction = compiledFraction(line);
    if (fraction !== undefined) report(fraction);
  }
  const { failed, all } = await process;
  if (failed) throw new BuildError(`The extension does not compile:\n${all}`);
}

function requireBuildTools(): void {
  requireTools({
    cmake: "cmake",
    ...(process.env.CXX ? {} : { "g++": "g++" }),
    ...(hasTool("ninja") ? {} : { make: "make" }),
  });
}
