/** A resource could not be loaded. */
export class LoadError extends Error {
  override readonly name = "LoadError";
  readonly path: string;

  constructor(path: string, why: string) {
    super(`"${path}" could not be loaded: ${why}`);
    this.path = path;
  }
}
