/**
 * Something that the person at the terminal can put right: a tool that is missing, a version
 * that is too old, code that does not compile. `tools/run.mjs` prints its message without a
 * stack and exits with 1; any other error is a fault of these tools and keeps its stack.
 */
export class BuildError extends Error {
  override readonly name = "BuildError";
}
