/** The source of a signal was freed while somebody waited for the signal. */
export class SourceFreedError extends Error {
  override readonly name = "SourceFreedError";

  constructor(source: string) {
    super(`${source} was freed while a task waited for it; it will never come`);
  }
}
