import { PHASES, type Phase } from "./phase";
import { quote } from "./quote";

/** What every wait takes as its last argument. */
export interface WaitOptions {
  /** Ends the wait early: it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What to call the wait where it is shown; by default, what it waits for. */
  readonly name?: string | undefined;
  /**
   * The phase in whose next drain the task goes on when the wait has ended. By default that of
   * `process` or `late`, whichever comes first.
   */
  readonly phase?: Phase | undefined;
}

/** @throws TypeError when they are not what they should be. */
export function checkOptions(options: WaitOptions): void {
  // Hot: what most options don't have is apart.
  if (typeof options !== "object" || options === null) throw notOptions(options);
  if (options.signal !== undefined) checkSignal(options.signal);
  if (options.phase !== undefined) checkPhase(options.phase);
}

function notOptions(options: unknown): TypeError {
  return new TypeError(`a wait's options are an object like { name: "…" }, not ${quote(options)}`);
}

function checkSignal(signal: AbortSignal): void {
  if (typeof signal?.addEventListener === "function") return;
  throw new TypeError(`a wait's signal is an AbortSignal, not ${quote(signal)}`);
}

function checkPhase(phase: Phase): void {
  if (PHASES.includes(phase)) return;
  throw new RangeError(
    `a wait's phase is one of ${PHASES.map(quote).join(", ")}, but got ${quote(phase)}`,
  );
}

/** What a wait with a signal that is aborted already returns instead of beginning. */
export function refusalOf({ signal }: WaitOptions): Promise<never> | undefined {
  return signal?.aborted === true ? Promise.reject(signal.reason) : undefined;
}
