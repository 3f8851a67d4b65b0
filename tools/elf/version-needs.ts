import { closeSync, openSync, writeSync } from "node:fs";
import { ElfFile, SectionType } from "./elf-file";

/** A version of another library's symbols that a library needs, e.g. `GLIBC_2.38` of libc. */
export interface VersionNeed {
  readonly library: string;
  readonly version: string;
  /** A loader that does not know a weak version warns and goes on; any other ends the program. */
  readonly weak: boolean;
  /** The symbols bound to this version. */
  readonly symbols: readonly string[];
  readonly place: VersionPlace;
}

/** Where a version need and its symbols' entries stand in the file. */
interface VersionPlace {
  readonly flagsOffset: number;
  readonly symbolOffsets: readonly number[];
}

const SYMBOL_SIZE = 24;
const WEAK_FLAG = 2;
/** The version index of a symbol that takes its definition from anywhere, in any version. */
const UNVERSIONED = 1;
const INDEX_MASK = 0x7fff;

/** Reads the `.gnu.version_r` section of a library, and which symbols each version is for. */
export function readVersionNeeds(path: string): readonly VersionNeed[] {
  return ElfFile.read(path, needsIn) ?? [];
}

/**
 * Lets a library load where a version it needs does not exist: the version becomes weak, and its
 * symbols are taken in whatever version there is. Right only for symbols whose older versions do
 * as well; the caller knows which.
 */
export function relaxVersionNeed(path: string, need: VersionNeed): void {
  const flags = Buffer.alloc(2);
  flags.writeUInt16LE(WEAK_FLAG);
  const index = Buffer.alloc(2);
  index.writeUInt16LE(UNVERSIONED);
  const descriptor = openSync(path, "r+");
  try {
    writeSync(descriptor, flags, 0, flags.length, need.place.flagsOffset);
    for (const offset of need.place.symbolOffsets) {
      writeSync(descriptor, index, 0, index.length, offset);
    }
  } finally {
    closeSync(descriptor);
  }
}

function needsIn(file: ElfFile): VersionNeed[] {
  const section = file.section(SectionType.versionNeeds);
  if (section === undefined) return [];
  const content = file.content(section);
  const stringAt = file.stringsOf(section);
  const symbolsOf = symbolsByVersion(file);
  const needs: VersionNeed[] = [];

  forEachLinked(0, content, 12, (libraryAt) => {
    const library = stringAt(content.readUInt32LE(libraryAt + 4));
    const firstVersion = libraryAt + content.readUInt32LE(libraryAt + 8);
    forEachLinked(firstVersion, content, 12, (versionAt) => {
      const symbols = symbolsOf(content.readUInt16LE(versionAt + 6) & INDEX_MASK);
      needs.push({
        library,
        version: stringAt(content.readUInt32LE(versionAt + 8)),
        weak: (content.readUInt16LE(versionAt + 4) & WEAK_FLAG) !== 0,
        symbols: symbols.map((symbol) => symbol.name),
        place: {
          flagsOffset: section.offset + versionAt + 4,
          symbolOffsets: symbols.map((symbol) => symbol.versionOffset),
        },
      });
    });
  });
  return needs;
}

/** Follows entries that each say, at `linkAt`, how far away the next is, 0 in the last. */
function forEachLinked(
  first: number,
  content: Buffer,
  linkAt: number,
  visit: (at: number) => void,
): void {
  for (let at = first; ; at += content.readUInt32LE(at + linkAt)) {
    visit(at);
    if (content.readUInt32LE(at + linkAt) === 0) return;
  }
}

interface VersionedSymbol {
  readonly name: string;
  readonly versionOffset: number;
}

function symbolsByVersion(file: ElfFile): (version: number) => readonly VersionedSymbol[] {
  const versions = file.section(SectionType.symbolVersions);
  const symbols = file.section(SectionType.dynamicSymbols);
  if (versions === undefined || symbols === undefined) return () => [];
  const indexes = file.content(versions);
  const table = file.content(symbols);
  const stringAt = file.stringsOf(symbols);
  return (version) => {
    const found: VersionedSymbol[] = [];
    for (let symbol = 0; symbol * 2 < indexes.length; symbol++) {
      if ((indexes.readUInt16LE(symbol * 2) & INDEX_MASK) !== version) continue;
      found.push({
        name: stringAt(table.readUInt32LE(symbol * SYMBOL_SIZE)),
        versionOffset: versions.offset + symbol * 2,
      });
    }
    return found;
  };
}
