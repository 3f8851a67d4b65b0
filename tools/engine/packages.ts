/**
 * The suite whose packages are unpacked: the first of Debian's with Godot 4 and Node as a shared
 * library. No version is pinned, since the suite moves; `versions.ts` says what is accepted.
 */
export const suite = "forky";

/** Headers and, as its dependency, the library itself, whose package is named for its ABI. */
const nodePackages = ["libnode-dev"];
const godotPackages = ["godot", "godot-template-release", "godot-template-debug"];

/** The packages to unpack when Godot, Node or both are not given by the user. */
export function packagesFor(given: {
  readonly godot: boolean;
  readonly node: boolean;
}): readonly string[] {
  const engine = [...(given.godot ? [] : godotPackages), ...(given.node ? [] : nodePackages)];
  return engine.length === 0 ? [] : [...engine, "patchelf"];
}
