import { existsSync, lstatSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { execa } from "execa";
import { readDynamic } from "../elf/dynamic";
import type { ReportProgress } from "../terminal/step";
import { layoutOf } from "./sysroot-layout";

/**
 * Makes the sysroot's programs start directly, on a machine whose own glibc is older: they get the
 * sysroot's loader, and look for their libraries in the sysroot. Libraries with a search path of
 * their own, which would lead them to the machine's, get the sysroot's instead.
 *
 * @param sysroot - where the files are now
 * @param home - where they will be when they run
 */
export async function patchSysroot(
  sysroot: string,
  home: string,
  report: ReportProgress,
): Promise<void> {
  const [patchelf = "", ...patchelfArgs] = layoutOf(sysroot).patchelf;
  const { loader, libraryPath } = layoutOf(home);
  const searchSysroot = ["--force-rpath", "--set-rpath", libraryPath];
  const useLoader = ["--set-interpreter", loader];

  const { godot, templateRelease, templateDebug, libraries } = layoutOf(sysroot);
  const programs = [godot, templateRelease, templateDebug].filter((path) => existsSync(path));
  const misled = await librariesWithSearchPath(libraries);
  const jobs = [
    ...programs.map((path) => [...useLoader, ...searchSysroot, path]),
    ...misled.map((path) => [...searchSysroot, path]),
  ];
  for (const [index, job] of jobs.entries()) {
    await execa(patchelf, [...patchelfArgs, ...job]);
    report((index + 1) / jobs.length);
  }
}

async function librariesWithSearchPath(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => /\.so(\.[^/]*)?$/.test(name) && !name.startsWith("gconv/"))
    .map((name) => `${folder}/${name}`)
    .filter((path) => lstatSync(path).isFile())
    .filter((path) => readDynamic(path)?.searchPath !== undefined);
}
