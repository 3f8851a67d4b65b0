import { existsSync } from "node:fs";
import { execa } from "execa";
import { BuildError } from "../terminal/build-error";
import { hasTool, requireTools } from "../terminal/require-tools";
import type { ReportProgress } from "../terminal/step";
import { compiledFraction } from "./compile-progress";

export interface CmakeProject {
  /** The folder of its CMakeLists.txt. */
  readonly sources: string;
  /** Where it is built; kept, so that the next time only what has changed is compiled. */
  readonly folder: string;
  /** `-DNAME=VALUE` each. */
  readonly settings: readonly string[];
}

/** Compiles a project, what of it has changed. */
export async function compile(project: CmakeProject, report: ReportProgress): Promise<void> {
  const { sources, folder, settings } = project;
  requireBuildTools();
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
