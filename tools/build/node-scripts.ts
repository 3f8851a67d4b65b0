import { copyFile, mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Engine } from "../engine";
import { step } from "../terminal/step";
import { binaries } from "./binaries";
import { whenChanged } from "./when-changed";

/** Where Debian's libnode reads some of Node's own scripts from, and aborts if they are missing. */
const SYSTEM_FOLDER = "/usr/share/nodejs/";

/** Puts the scripts that libnode reads from the system into the addon; most builds read none. */
export async function shipNodeScripts(engine: Engine): Promise<void> {
  await whenChanged("node-scripts", { files: [engine.libnode] }, () =>
    step("Put Node's scripts into the addon", async () => {
      const outputs: string[] = [];
      for (const path of scriptsNamedIn(await readFile(engine.libnode))) {
        const output = `${binaries}/node/${path.slice(SYSTEM_FOLDER.length)}`;
        await mkdir(dirname(output), { recursive: true });
        await copyFile(`${engine.nodeRoot}${path}`, output);
        outputs.push(output);
      }
      return { outputs };
    }),
  );
}

/** The scripts whose absolute paths are strings of the library, not parts of longer strings. */
export function scriptsNamedIn(library: Buffer): readonly string[] {
  const start = `\0${SYSTEM_FOLDER}`;
  const paths = new Set<string>();
  for (let at = library.indexOf(start); at >= 0; at = library.indexOf(start, at + 1)) {
    const path = library.toString("latin1", at + 1, library.indexOf(0, at + 1));
    if (path.endsWith(".js")) paths.add(path);
  }
  return [...paths].sort();
}
