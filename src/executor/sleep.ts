import { CLOCK_NAMES, type ClockName } from "./clock";
import { quote } from "./quote";
import { NOT_QUEUED, type TimerEntry } from "./timers";
import { ParkedWait, type Wait, type WaitOptions } from "./wait";

export interface SleepOptions extends WaitOptions {
  /**
   * What the seconds are measured by. By default `game`: scaled, and stopped by pause. A sleep on
   * the clock `physics` goes on in the phase `physics`, unless told another.
   */
  readonly clock?: ClockName | undefined;
}

/**
 * Waits for some seconds. Ends in the first drain in which they are over; `sleep(0)` in
 * the next one that moves the clock, `sleep(Infinity)` only when it is cancelled.
 *
 * When to use: for durations. Where the number of frames matters, use {@link frames}.
 *
 * @throws RangeError when `seconds` is not a number, 0 or more, or the clock is unknown.
 * @throws RuntimeError when the runtime was built without time.
 *
 * @example
 * await sleep(0.5);
 * await sleep(10, { clock: "real" });
 */
export function sleep(seconds: number, options?: SleepOptions): Wait<void> {
  if (typeof seconds !== "number" || !(seconds >= 0)) {
    throw new RangeError(
      `sleep(seconds) needs a number of seconds, 0 or more, but got ${quote(seconds)}`,
    );
  }
  return new SleepWait(seconds, options).begin();
}

export class SleepWait<T = void> extends ParkedWait<T> implements TimerEntry {
  readonly due: number;
  order = 0;
  slot = NOT_QUEUED;
  readonly #seconds: number;
  readonly #clock: ClockName;

  constructor(seconds: number, options: SleepOptions | undefined) {
    super(options, options?.phase ?? (options?.clock === "physics" ? "physics" : undefined));
    this.#seconds = seconds;
    this.#clock = options?.clock ?? "game";
    if (!CLOCK_NAMES.includes(this.#clock)) {
      throw new RangeError(
        `sleep's clock is one of ${CLOCK_NAMES.map(quote).join(", ")}, but got ${quote(this.#clock)}`,
      );
    }
    this.runtime.requireTime("sleep");
    this.due = this.runtime.clocks[this.#clock] + seconds;
  }

  override get endsByItself(): boolean {
    return true;
  }

  protected list(): void {
    if (this.#clock === "physics") this.runtime.usePhase("physics");
    this.runtime.timers[this.#clock].add(this);
  }

  protected unlist(): void {
    if (this.#clock === "physics") this.runtime.leavePhase("physics");
    this.runtime.timers[this.#clock].remove(this);
  }

  protected describe(): string {
    const clock = this.#clock === "game" ? "" : `, on the ${this.#clock} clock`;
    return `sleep(${this.#seconds})${clock}`;
  }
}
