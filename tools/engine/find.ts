import { mkdir } from "node:fs/promises";
import { execa } from "execa";
import { BuildError } from "../terminal/build-error";
import { step } from "../terminal/step";
import { dumpApi } from "./api-dump";
import type { Engine, ExportTemplates } from "./engine";
import { apiFolder, engineFolder, sysroot } from "./folders";
import { findNodeLibrary } from "./node-library";
import { packagesFor } from "./packages";
import { provisionSysroot } from "./sysroot";
import { layoutOf } from "./sysroot-layout";
import { requireGodotVersion } from "./versions";

/** What the user gives of their own: a Godot program, the prefix of a shared Node. */
export interface Given {
  readonly godot: string | undefined;
  readonly libnode: string | undefined;
}

/** Finds what is given, fetches the rest, and has Godot write its API. */
export async function findEngine(given: Given): Promise<Engine> {
  await mkdir(engineFolder, { recursive: true });
  const packages = packagesFor({
    godot: given.godot !== undefined,
    node: given.libnode !== undefined,
  });
  if (packages.length > 0) await provisionSysroot(packages);

  const layout = layoutOf(sysroot);
  const templates: ExportTemplates = {
    release: layout.templateRelease,
    debug: layout.templateDebug,
  };
  const godot = given.godot ?? layout.godot;
  const engine: Engine = {
    godot,
    godotVersion: await godotVersionOf(godot),
    templates: given.godot === undefined ? templates : undefined,
    ...(await findNodeLibrary(given.libnode ?? layout.nodePrefix)),
    libraryFolder: given.libnode === undefined ? layout.libraries : undefined,
    nodeRoot: given.libnode === undefined ? sysroot : "",
    patchelf: packages.length > 0 ? layout.patchelf : ["patchelf"],
    apiFolder,
  };
  await step("Read Godot's API", () => dumpApi(engine.godot));
  return engine;
}

async function godotVersionOf(godot: string): Promise<string> {
  const { stdout, failed, shortMessage } = await execa(godot, ["--version"], { reject: false });
  if (failed) throw new BuildError(`${godot} does not run: ${shortMessage}`);
  const version = stdout.trim().split("\n").at(-1) ?? "";
  requireGodotVersion(version, godot);
  return version;
}
