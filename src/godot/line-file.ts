import { readBytes } from "./native";

const lineBreak = 10;

/**
 * A generated file: its first line is read at once, of the lines that follow each when it is wanted.
 * All of it is ASCII.
 */
export class LineFile<H extends { readonly lengths: readonly number[] }> {
  readonly header: H;
  readonly #bytes: Buffer;
  readonly #ranges: readonly (readonly [number, number])[];

  constructor(path: string) {
    this.#bytes = Buffer.from(readBytes(path).buffer);
    const headerLength = this.#bytes.indexOf(lineBreak);
    this.header = JSON.parse(this.#bytes.toString("latin1", 0, headerLength));
    let start = headerLength + 1;
    this.#ranges = this.header.lengths.map((length) => {
      const range = [start, start + length] as const;
      start += length + 1;
      return range;
    });
  }

  /** What a line after the first holds, parsed. */
  read(line: number): unknown {
    return JSON.parse(this.#bytes.toString("latin1", ...(this.#ranges[line] ?? [])));
  }
}
