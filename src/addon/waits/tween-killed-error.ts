/**
 * A tween ended before it was finished, while somebody waited for its end: it was killed, or the node
 * it is bound to was freed. Its `code` is that of an abort, since that is what killing is.
 */
export class TweenKilledError extends Error {
  override readonly name = "TweenKilledError";
  readonly code = "ABORT_ERR";

  constructor(tween: string) {
    super(
      `${tween} did not finish: it was killed, or the node it is bound to was freed, or it was made by new Tween() and never started`,
    );
  }
}
