import { readBytes } from "./native";

const lineBreak = 10;

/** Gives a piece of a file as text: so many bytes from there on, each of them a character. */
export type ReadPiece = (start: number, length: number) => string;

/**
 * A generated file: its first line is read at once, of the lines that follow each when it is wanted.
 * All of it is ASCII.
 */
export class LineFile<H extends { readonly lengths: readonly number[] }> {
  readonly header: H;
  readonly #path: string;
  readonly #ranges: readonly (readonly [start: number, length: number])[];
  #readPiece: ReadPiece;
  #bytes: Buffer<ArrayBuffer> | undefined;

  /** All of it is in memory until {@link leaveOnDisk}. */
  constructor(path: string) {
    const bytes = Buffer.from(readBytes(path).buffer as ArrayBuffer);
    const headerLength = bytes.indexOf(lineBreak);
    this.header = JSON.parse(bytes.toString("latin1", 0, headerLength));
    let start = headerLength + 1;
    this.#ranges = this.header.lengths.map((length) => {
      const range = [start, length] as const;
      start += length + 1;
      return range;
    });
    this.#path = path;
    this.#bytes = bytes;
    this.#readPiece = (from, length) => bytes.toString("latin1", from, from + length);
  }

  /** From now on a line is read from the file when it is wanted: what is in memory is freed. */
  leaveOnDisk(open: (path: string) => ReadPiece): void {
    if (this.#bytes === undefined) return;
    this.#readPiece = open(this.#path);
    // Freed now, not when the garbage collector comes.
    this.#bytes.buffer.transfer(0);
    this.#bytes = undefined;
  }

  /** What a line after the first holds, parsed. */
  read(line: number): unknown {
    const [start, length] = this.#ranges[line] ?? [0, 0];
    return JSON.parse(this.#readPiece(start, length));
  }
}
