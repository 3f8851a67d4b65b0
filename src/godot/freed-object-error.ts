/** Thrown by any use of an object that the engine has freed. */
export class FreedObjectError extends Error {
  override readonly name = "FreedObjectError";
}
