export type RuntimeErrorReason = "noRuntime" | "noTask" | "terminated" | "timeDisabled";

/** A wait was begun where there is nothing that could end it. */
export class RuntimeError extends Error {
  override readonly name = "RuntimeError";
  readonly reason: RuntimeErrorReason;

  constructor(reason: RuntimeErrorReason, message: string) {
    super(message);
    this.reason = reason;
  }
}
