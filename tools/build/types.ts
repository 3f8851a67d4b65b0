import { copyFile, mkdir, rm } from "node:fs/promises";
import { execa } from "execa";
import { addon, repository } from "../repository";
import { BuildError } from "../terminal/build-error";
import { step } from "../terminal/step";
import { filesIn } from "./files-in";
import { whenChanged } from "./when-changed";

const engineTypes = `${repository}/types/godot/index.d.ts`;
const sources = ["src/addon", "src/executor", "src/godot"].map((path) => `${repository}/${path}`);
const folder = `${addon}/types`;

/** Writes the declarations that users' editors read for `"godot"` and `"godot-ts"`. */
export async function buildTypes(): Promise<void> {
  const files = [engineTypes, ...sources.flatMap(filesIn)];
  await whenChanged("types", { files }, () =>
    step("Write the type declarations", async () => {
      await rm(folder, { recursive: true, force: true });
      await mkdir(`${folder}/godot`, { recursive: true });
      await copyFile(engineTypes, `${folder}/godot/index.d.ts`);
      await declare("tools/build/tsconfig.types.json");
      return { outputs: filesIn(folder) };
    }),
  );
}

async function declare(project: string): Promise<void> {
  const tsc = await execa("tsc", ["--project", project], {
    cwd: repository,
    preferLocal: true,
    reject: false,
    all: true,
  });
  if (tsc.failed) throw new BuildError(`The declarations cannot be written:\n${tsc.all}`);
}
