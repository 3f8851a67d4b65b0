export type SpawnErrorReason = "noExecutor" | "noRuntime" | "terminated" | "refused";

/** A task could not be started. `reason` tells programs why, the message tells people what to do. */
export class SpawnError extends Error {
  override readonly name = "SpawnError";
  readonly reason: SpawnErrorReason;

  constructor(reason: SpawnErrorReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
