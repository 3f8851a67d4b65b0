import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { BuildError } from "../terminal/build-error";
import { hasTool, requireTools } from "../terminal/require-tools";
import { step } from "../terminal/step";
import { alternative, archivesFolder, downloadPackages, removeAptFolder, updateLists } from "./apt";
import { sysroot } from "./folders";
import { suite } from "./packages";
import { patchSysroot } from "./patch";
import { unpackPackages } from "./unpack";

/** Becomes the sysroot once it is whole: what an interruption leaves is never taken for it. */
const unfinished = `${sysroot}.unfinished`;

const stampName = "provisioned.json";

interface Stamp {
  readonly packages: readonly string[];
  /** Where the sysroot was patched to run, for the patches name it. */
  readonly home: string;
}

/** Makes the sysroot hold these packages, ready to run. Does nothing when it already does. */
export async function provisionSysroot(packages: readonly string[]): Promise<void> {
  const present = await readStamp();
  if (present === undefined || !packages.every((name) => present.packages.includes(name))) {
    await provisionAnew(packages);
  } else if (present.home !== sysroot) {
    await patch(sysroot, present.packages);
  }
}

async function provisionAnew(packages: readonly string[]): Promise<void> {
  requireApt();
  await step(`Fetch the package lists of Debian's ${suite}`, updateLists);
  await step("Download Godot and Node", (report) => downloadPackages(packages, report));
  await step("Unpack Godot and Node", async (report) => {
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true });
    await unpackPackages(archivesFolder, unfinished, report);
  });
  await patch(unfinished, packages);
  await rm(sysroot, { recursive: true, force: true });
  await rename(unfinished, sysroot);
  await removeAptFolder();
}

async function patch(folder: string, packages: readonly string[]): Promise<void> {
  await step("Make Godot and Node run from here", (report) =>
    patchSysroot(folder, sysroot, report),
  );
  const written: Stamp = { packages, home: sysroot };
  await writeFile(`${folder}/${stampName}`, JSON.stringify(written));
}

async function readStamp(): Promise<Stamp | undefined> {
  const path = `${sysroot}/${stampName}`;
  return existsSync(path) ? JSON.parse(await readFile(path, "utf8")) : undefined;
}

function requireApt(): void {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new BuildError(`Godot and Node can be fetched for Linux on x86_64 alone. ${alternative}`);
  }
  if (!hasTool("apt-get")) {
    throw new BuildError(`apt-get is missing, which would fetch Godot and Node. ${alternative}`);
  }
  requireTools({ "dpkg-deb": "dpkg" });
}
