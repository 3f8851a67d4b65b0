import { ElfFile, SectionType } from "./elf-file";

/** What a library tells the loader about itself. */
export interface Dynamic {
  readonly name: string | undefined;
  /** The names of the libraries it needs. */
  readonly needed: readonly string[];
  /** Its DT_RPATH or DT_RUNPATH. */
  readonly searchPath: string | undefined;
}

const ENTRY_SIZE = 16;
const Tag = { needed: 1, name: 14, rpath: 15, runpath: 29 } as const;

/** Reads the dynamic section of a library. Undefined when the file is no ELF file or has none. */
export function readDynamic(path: string): Dynamic | undefined {
  return ElfFile.read(path, (file) => {
    const section = file.section(SectionType.dynamic);
    if (section === undefined) return undefined;
    const content = file.content(section);
    const stringAt = file.stringsOf(section);
    const valuesOf = (...tags: number[]): string[] => {
      const values: string[] = [];
      for (let at = 0; at + ENTRY_SIZE <= content.length; at += ENTRY_SIZE) {
        if (!tags.includes(Number(content.readBigUInt64LE(at)))) continue;
        values.push(stringAt(Number(content.readBigUInt64LE(at + 8))));
      }
      return values;
    };
    return {
      name: valuesOf(Tag.name)[0],
      needed: valuesOf(Tag.needed),
      searchPath: valuesOf(Tag.rpath, Tag.runpath)[0],
    };
  });
}
