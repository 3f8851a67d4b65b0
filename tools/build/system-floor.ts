import { basename } from "node:path";
import { readVersionNeeds, relaxVersionNeed } from "../elf/version-needs";
import { isAtLeast } from "../engine/versions";
import { BuildError } from "../terminal/build-error";

/**
 * The oldest system that the addon runs on, as the newest symbol versions it has: those of
 * Ubuntu 24.04, glibc 2.39 (2.38 is enough for us) and GCC 14's libraries. Debian 13 has them too.
 */
const FLOOR: Readonly<Record<string, string>> = {
  GLIBC: "2.38",
  GLIBCXX: "3.4.33",
  CXXABI: "1.3.15",
  GCC: "14",
};

/** Versions without a number that the floor has. */
const NAMED_VERSIONS = ["GLIBC_ABI_DT_RELR"];

/** Symbols whose older versions do as well: the newer differ in how they set errno. */
const RELAXABLE_SYMBOLS = ["sqrtf"];

/**
 * Lets a library load on the {@link FLOOR}, where it needs newer versions only for symbols whose
 * older ones do as well.
 *
 * @throws BuildError when it needs more than that
 */
export function lowerFloor(library: string): void {
  for (const need of readVersionNeeds(library)) {
    if (need.weak || isOnFloor(need.version)) continue;
    const needing = need.symbols.filter((symbol) => !RELAXABLE_SYMBOLS.includes(symbol));
    if (needing.length > 0 || need.symbols.length === 0) {
      throw new BuildError(
        `${basename(library)} needs ${need.version} of ${need.library} (${needing.join(", ")}), ` +
          "which the oldest supported systems do not have. See tools/build/system-floor.ts.",
      );
    }
    relaxVersionNeed(library, need);
  }
}

/** Whether the oldest supported systems have this version of a symbol. */
export function isOnFloor(version: string): boolean {
  const [, family = "", number] = version.match(/^(GLIBC|GLIBCXX|CXXABI|GCC)_(.+)$/) ?? [];
  const floor = FLOOR[family];
  if (floor === undefined || number === undefined) return true;
  return /^\d/.test(number) ? isAtLeast(floor, number) : NAMED_VERSIONS.includes(version);
}
