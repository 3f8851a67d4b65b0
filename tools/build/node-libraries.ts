import { existsSync } from "node:fs";
import { chmod, copyFile, mkdir, readdir, rm } from "node:fs/promises";
import { basename } from "node:path";
import { execa } from "execa";
import { readDynamic } from "../elf/dynamic";
import type { Engine } from "../engine";
import { BuildError } from "../terminal/build-error";
import { step } from "../terminal/step";
import { binaries, extensionLibrary } from "./binaries";
import { lowerFloor } from "./system-floor";
import { isPartOfEveryLinux } from "./system-libraries";
import { whenChanged } from "./when-changed";

/**
 * Puts libnode beside the extension, with those of its dependencies that are not part of every
 * Linux, so that the addon needs nothing of the machine it runs on. A library given by `LIBNODE`
 * is copied as it is: what it needs is the machine's own, and its user's choice.
 */
export async function shipNodeLibraries(engine: Engine): Promise<void> {
  const { libnode, libraryFolder, patchelf } = engine;
  const sources =
    libraryFolder === undefined ? [libnode] : withDependencies(libnode, libraryFolder);
  await whenChanged("node-libraries", { files: sources, settings: patchelf }, () =>
    step("Put Node's libraries into the addon", async (report) => {
      await removeShipped();
      const outputs: string[] = [];
      for (const source of sources) {
        const output = `${binaries}/${basename(source)}`;
        await copyFile(source, output);
        await chmod(output, 0o755);
        if (libraryFolder !== undefined) {
          await searchBeside(output, patchelf);
          lowerFloor(output);
        }
        outputs.push(output);
        report(outputs.length / sources.length);
      }
      return { outputs };
    }),
  );
}

/** The library and all that it needs, directly or not, except what every Linux has. */
function withDependencies(library: string, folder: string): readonly string[] {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    for (const name of readDynamic(path)?.needed ?? []) {
      if (isPartOfEveryLinux(name)) continue;
      if (!existsSync(`${folder}/${name}`)) {
        throw new BuildError(`${basename(path)} needs ${name}, which is not in ${folder}.`);
      }
      visit(`${folder}/${name}`);
    }
  };
  visit(library);
  return [...found];
}

/** Removes libraries of an earlier Node. Never overwrites: a running game may have them mapped. */
async function removeShipped(): Promise<void> {
  await mkdir(binaries, { recursive: true });
  for (const entry of await readdir(binaries, { withFileTypes: true })) {
    const path = `${binaries}/${entry.name}`;
    if (entry.isFile() && path !== extensionLibrary) await rm(path);
  }
}

async function searchBeside(library: string, patchelf: readonly string[]): Promise<void> {
  const [command = "", ...args] = patchelf;
  await execa(command, [...args, "--force-rpath", "--set-rpath", "$ORIGIN", library]);
}
