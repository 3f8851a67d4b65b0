import { closeSync, openSync, readSync } from "node:fs";

/** A section of an ELF file: a part of it with a type, found by the table at the file's end. */
export interface Section {
  readonly type: number;
  /** Where it begins in the file. */
  readonly offset: number;
  readonly size: number;
  /** The index of the section it refers to, for most types that of their strings. */
  readonly link: number;
}

/** The section types that the tools read, by their names in the ELF specification. */
export const SectionType = {
  dynamic: 6,
  dynamicSymbols: 11,
  versionNeeds: 0x6ffffffe,
  symbolVersions: 0x6fffffff,
} as const;

const HEADER_SIZE = 64;
const MAGIC = 0x7f454c46;
const CLASS_64 = 2;
const LITTLE_ENDIAN = 1;

/** An ELF file of 64 bits, little-endian, read in pieces. */
export class ElfFile {
  readonly sections: readonly Section[];
  readonly #descriptor: number;

  private constructor(descriptor: number, sections: readonly Section[]) {
    this.#descriptor = descriptor;
    this.sections = sections;
  }

  /** Reads with what it is given, then closes the file. Undefined when the file is no ELF file. */
  static read<T>(path: string, use: (file: ElfFile) => T): T | undefined {
    const descriptor = openSync(path, "r");
    try {
      const sections = readSections(descriptor);
      return sections === undefined ? undefined : use(new ElfFile(descriptor, sections));
    } finally {
      closeSync(descriptor);
    }
  }

  section(type: number): Section | undefined {
    return this.sections.find((section) => section.type === type);
  }

  content(section: Section | undefined): Buffer {
    if (section === undefined) return Buffer.alloc(0);
    return readAt(this.#descriptor, section.offset, section.size);
  }

  /** The strings that a section refers to, by their offset. */
  stringsOf(section: Section): (offset: number) => string {
    const strings = this.content(this.sections[section.link]);
    return (offset) => strings.toString("latin1", offset, strings.indexOf(0, offset));
  }
}

function readSections(descriptor: number): Section[] | undefined {
  const header = readAt(descriptor, 0, HEADER_SIZE);
  if (header.length < HEADER_SIZE || header.readUInt32BE(0) !== MAGIC) return undefined;
  if (header[4] !== CLASS_64 || header[5] !== LITTLE_ENDIAN) return undefined;
  const entrySize = header.readUInt16LE(58);
  const count = header.readUInt16LE(60);
  const table = readAt(descriptor, Number(header.readBigUInt64LE(40)), entrySize * count);
  return Array.from({ length: count }, (_, index) => {
    const at = index * entrySize;
    return {
      type: table.readUInt32LE(at + 4),
      offset: Number(table.readBigUInt64LE(at + 24)),
      size: Number(table.readBigUInt64LE(at + 32)),
      link: table.readUInt32LE(at + 40),
    };
  });
}

function readAt(descriptor: number, offset: number, size: number): Buffer {
  const buffer = Buffer.alloc(size);
  return buffer.subarray(0, readSync(descriptor, buffer, 0, size, offset));
}
