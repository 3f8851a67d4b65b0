import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { BuildError } from "../terminal/build-error";
import { nodeVersionOf, requireNodeVersion } from "./versions";

/** Node as a shared library, with its headers. */
export interface NodeLibrary {
  readonly libnode: string;
  readonly nodeVersion: string;
  readonly nodeInclude: readonly string[];
}

/** Debian's own places, and those of a Node built with `--shared` and installed. */
const LIBRARY_FOLDERS = ["lib/x86_64-linux-gnu", "lib"];
const INCLUDE_LAYOUTS = [
  ["include/nodejs/src", "include/nodejs/deps/v8/include", "include/nodejs/deps/uv/include"],
  ["include/node"],
];

/** @throws BuildError when the prefix has no shared Node, or one that is too old */
export async function findNodeLibrary(prefix: string): Promise<NodeLibrary> {
  const libnode = await findLibrary(prefix);
  const nodeInclude = INCLUDE_LAYOUTS.map((layout) =>
    layout.map((path) => `${prefix}/${path}`),
  ).find(([folder]) => existsSync(`${folder}/node_version.h`));
  if (nodeInclude === undefined) {
    throw new BuildError(`${prefix} has no Node headers (include/node/node_version.h).`);
  }
  const header = await readFile(`${nodeInclude[0]}/node_version.h`, "utf8");
  const nodeVersion = nodeVersionOf(header);
  requireNodeVersion(nodeVersion, libnode);
  return { libnode, nodeVersion, nodeInclude };
}

async function findLibrary(prefix: string): Promise<string> {
  for (const folder of LIBRARY_FOLDERS.map((path) => `${prefix}/${path}`)) {
    const names = existsSync(folder) ? await readdir(folder) : [];
    const name = names.find((candidate) => /^libnode\.so\.\d+$/.test(candidate));
    if (name !== undefined) return `${folder}/${name}`;
  }
  throw new BuildError(
    `${prefix} has no lib/libnode.so.N: a Node is needed that was built with --shared.`,
  );
}
