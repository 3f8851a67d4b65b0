import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { execa } from "execa";
import { BuildError } from "../terminal/build-error";
import { apiFolder } from "./folders";

const FILES = ["extension_api.json", "gdextension_interface.h"];

/** Has this Godot write its API, with documentation, and the header of its C interface. */
export async function dumpApi(godot: string): Promise<void> {
  await rm(apiFolder, { recursive: true, force: true });
  await mkdir(apiFolder, { recursive: true });
  const dump = await execa(
    godot,
    ["--headless", "--dump-extension-api-with-docs", "--dump-gdextension-interface"],
    { cwd: apiFolder, reject: false, all: true },
  );
  if (FILES.every((name) => existsSync(`${apiFolder}/${name}`))) return;
  throw new BuildError(`${godot} did not write its API:\n${dump.all}`);
}
