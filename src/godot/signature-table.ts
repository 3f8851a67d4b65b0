// The shape of the file that names arguments, which is read when the first error needs it.

/** `[name, what it must be]`: both as an error writes them. */
export type ArgumentRow = readonly [string, string];

/** The arguments of functions, by the engine's names of those. */
export type Signatures = Readonly<Record<string, readonly ArgumentRow[]>>;

/** The first line of the file. A line of {@link Signatures} follows for each class, as in the table. */
export interface SignatureHeader {
  readonly utilities: Signatures;
  readonly lengths: readonly number[];
}
