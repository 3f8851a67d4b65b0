import { BuildError } from "../terminal/build-error";

const OLDEST_GODOT = "4.5";
const OLDEST_NODE = "24";

/** @throws BuildError when this Godot is older than 4.5, the first with main loop callbacks. */
export function requireGodotVersion(version: string, godot: string): void {
  if (!/^\d+\.\d+/.test(version)) {
    throw new BuildError(`${godot} is no Godot: it tells "${version}" as its version.`);
  }
  if (isAtLeast(version, OLDEST_GODOT)) return;
  throw new BuildError(`Godot ${OLDEST_GODOT} or newer is needed, ${godot} is ${version}.`);
}

/**
 * @throws BuildError when this shared Node is older than 24, the first whose AsyncLocalStorages are
 * what V8 itself carries through awaits: so native code can put back what was ambient before a call.
 */
export function requireNodeVersion(version: string, libnode: string): void {
  if (isAtLeast(version, OLDEST_NODE)) return;
  throw new BuildError(`Node ${OLDEST_NODE} or newer is needed, ${libnode} is ${version}.`);
}

/** Node's version as its header `node_version.h` states it, e.g. `24.21.0`. */
export function nodeVersionOf(header: string): string {
  const part = (name: string): string => {
    const found = header.match(new RegExp(`^#define NODE_${name}_VERSION (\\d+)$`, "m"))?.[1];
    if (found === undefined) throw new BuildError(`node_version.h states no NODE_${name}_VERSION.`);
    return found;
  };
  return `${part("MAJOR")}.${part("MINOR")}.${part("PATCH")}`;
}

/** Compares dotted versions number by number; what follows the numbers does not count. */
export function isAtLeast(version: string, oldest: string): boolean {
  const numbers = numbersOf(version);
  for (const [index, wanted] of numbersOf(oldest).entries()) {
    const found = numbers[index] ?? 0;
    if (found !== wanted) return found > wanted;
  }
  return true;
}

function numbersOf(version: string): number[] {
  return (version.match(/^\d+(\.\d+)*/)?.[0] ?? "").split(".").map(Number);
}
