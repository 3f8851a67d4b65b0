import { writeFileSync } from "node:fs";

const HEADER = 64;
const SECTION_HEADER = 64;

interface TinySection {
  readonly type: number;
  readonly link: number;
  readonly content: Buffer;
}

/**
 * Writes an ELF library with nothing in it but what the loader reads: it is `libtiny.so.1`, needs
 * `libm.so.6` and `libown.so.2`, is searched in `/somewhere`, and takes from
 * libm one symbol (`sqrtf` unless told otherwise) in version `GLIBC_2.43` and `cosf` in
 * `GLIBC_2.2.5`.
 */
export function writeTinyLibrary(path: string, { newest = "sqrtf" } = {}): void {
  const { strings, at } = stringTable([
    "libtiny.so.1",
    "libm.so.6",
    "libown.so.2",
    "/somewhere",
    newest,
    "cosf",
    "GLIBC_2.43",
    "GLIBC_2.2.5",
  ]);
  const dynamic = [
    [1, at("libm.so.6")],
    [1, at("libown.so.2")],
    [14, at("libtiny.so.1")],
    [29, at("/somewhere")],
    [0, 0],
  ];
  writeElf(path, [
    { type: 0, link: 0, content: Buffer.alloc(0) },
    { type: 3, link: 0, content: strings },
    { type: 6, link: 1, content: Buffer.concat(dynamic.flat().map((value) => word(8, value))) },
    {
      type: 11,
      link: 1,
      content: Buffer.concat([Buffer.alloc(24), word(24, at(newest)), word(24, at("cosf"))]),
    },
    { type: 0x6fffffff, link: 3, content: Buffer.concat([word(2, 0), word(2, 3), word(2, 2)]) },
    {
      type: 0x6ffffffe,
      link: 1,
      content: Buffer.concat([
        ...[word(2, 1), word(2, 2), word(4, at("libm.so.6")), word(4, 16), word(4, 0)],
        ...[word(4, 0), word(2, 0), word(2, 2), word(4, at("GLIBC_2.2.5")), word(4, 16)],
        ...[word(4, 0), word(2, 0), word(2, 3), word(4, at("GLIBC_2.43")), word(4, 0)],
      ]),
    },
  ]);
}

function writeElf(path: string, sections: readonly TinySection[]): void {
  const header = Buffer.alloc(HEADER);
  header.writeUInt32BE(0x7f454c46, 0);
  header[4] = 2;
  header[5] = 1;
  header.writeBigUInt64LE(BigInt(HEADER), 40);
  header.writeUInt16LE(SECTION_HEADER, 58);
  header.writeUInt16LE(sections.length, 60);

  let offset = HEADER + SECTION_HEADER * sections.length;
  const table = sections.map(({ type, link, content }) => {
    const entry = Buffer.alloc(SECTION_HEADER);
    entry.writeUInt32LE(type, 4);
    entry.writeBigUInt64LE(BigInt(offset), 24);
    entry.writeBigUInt64LE(BigInt(content.length), 32);
    entry.writeUInt32LE(link, 40);
    offset += content.length;
    return entry;
  });
  writeFileSync(path, Buffer.concat([header, ...table, ...sections.map(({ content }) => content)]));
}

function stringTable(names: readonly string[]) {
  const strings = Buffer.from(`\0${names.join("\0")}\0`, "latin1");
  return { strings, at: (name: string) => strings.indexOf(`\0${name}\0`) + 1 };
}

/** A little-endian number in so many bytes. */
function word(size: number, value: number): Buffer {
  const buffer = Buffer.alloc(size);
  buffer.writeUIntLE(value, 0, Math.min(size, 6));
  return buffer;
}
