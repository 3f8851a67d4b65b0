import { execa } from "execa";
import { addon } from "../repository";
import { BuildError } from "../terminal/build-error";

/** Bundles this repository's own game as its users do theirs. */
export async function buildGame(): Promise<void> {
  const cli = await execa(process.execPath, [`${addon}/cli.mjs`, "build"], {
    reject: false,
    all: true,
  });
  if (cli.failed) throw new BuildError(cli.all);
}
