/**
 * Finds the mirrors that the machine's own apt is set to, in whatever format its sources are
 * written: apt itself lists them, even before its first update.
 *
 * @param listing - what `apt-get update --print-uris` prints
 * @returns their addresses, those of a plain release before those of updates and security
 */
export function mirrorsIn(listing: string): readonly string[] {
  const releases = [...listing.matchAll(/^'(\S+?)\/?\/dists\/(\S+)\/InRelease'/gm)];
  const suiteOf = (match: RegExpMatchArray) => match[2] ?? "";
  const isPlain = (match: RegExpMatchArray) => !/[-/]/.test(suiteOf(match));
  const ordered = [...releases.filter(isPlain), ...releases.filter((match) => !isPlain(match))];
  return [...new Set(ordered.map((match) => match[1] ?? ""))];
}
