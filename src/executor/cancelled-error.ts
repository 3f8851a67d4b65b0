/**
 * What a wait rejects with when its task is cancelled. Tasks that were cancelled along
 * with their parent get the parent's error, so the reason reaches every `catch`.
 *
 * Its `code` is the one of Node's own abort errors, so that code which tells an abort
 * from a failure takes it for the former.
 */
export class CancelledError extends Error {
  override readonly name = "CancelledError";
  readonly code = "ABORT_ERR";
  /** What was given to `cancel(reason)`. */
  readonly reason: unknown;

  /**
   * @param name of the task, or of the single wait, that was cancelled.
   * @param kind of that name; `tasks`: of what all tasks belonged to.
   */
  constructor(name: string, reason?: unknown, kind: "task" | "wait" | "tasks" = "task") {
    const what = kind === "tasks" ? `the tasks of ${name} were` : `${kind} "${name}" was`;
    super(
      `${what} cancelled${reasonText(reason)}`,
      reason === undefined ? undefined : { cause: reason },
    );
    this.reason = reason;
  }

  /**
   * That of a wait which lost in a combination. It has no stack: nobody asked for it, and to take one would
   * cost several times what the combination does.
   */
  static ofLoser(name: string, reason: string): CancelledError {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    try {
      return new CancelledError(name, reason, "wait");
    } finally {
      Error.stackTraceLimit = stackTraceLimit;
    }
  }
}

/**
 * Whether an error is the sign of a cancellation, which is nobody's mistake.
 *
 * When to use: in a `catch` that must let cancellation through.
 */
export function isCancellation(error: unknown): error is CancelledError {
  return error instanceof CancelledError;
}

/**
 * Whether an error says that something was aborted, which is nobody's mistake: ours, the platform's
 * AbortError, or any other with the code of one.
 */
export function isAbort(error: unknown): boolean {
  if (isCancellation(error)) return true;
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  // By name, since the platform's may come from another realm.
  return name === "AbortError" || code === "ABORT_ERR";
}

function reasonText(reason: unknown): string {
  if (reason === undefined) return "";
  if (reason instanceof Error) return `: ${reason.message}`;
  return typeof reason === "string" ? `: ${reason}` : "";
}
