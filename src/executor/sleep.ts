import { CLOCK_NAMES, type ClockName } from "./clock";
import type { Outlook } from "./outlook";
import { newParking, type Parking } from "./parking";
import { type StoppedTime, scopeAround } from "./process-watch";
import { quote } from "./quote";
import type { Scope } from "./scope";
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
 * It also stops while the node whose task it is can't process; only the clock `real` never stops.
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
  return new SleepWait(seconds, phased(options)).begin();
}

/** The same options, with the phase that the clock has it go on in where they name none. */
export function phased<Options extends SleepOptions>(
  options: Options | undefined,
): Options | undefined {
  if (options?.clock !== "physics" || options.phase !== undefined) return options;
  return { ...options, phase: "physics" };
}

export class SleepWait<T = void> extends ParkedWait<T> implements TimerEntry {
  readonly parking: Parking;
  due: number;
  order = 0;
  slot = NOT_QUEUED;
  readonly #seconds: number;
  readonly #clock: ClockName;
  /** The time in which the owner could not process; undefined where nothing stops it. */
  #stopped: StoppedTime | undefined;
  #stoppedBefore = 0;
  #putOffSeconds = 0;

  constructor(seconds: number, options: SleepOptions | undefined) {
    super();
    this.parking = newParking(this, options);
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

  /** Whoever sleeps for ever means to be cancelled. */
  override get outlook(): Outlook {
    return this.#seconds === Number.POSITIVE_INFINITY ? "unknown" : "sure";
  }

  /**
   * @internal Moves the end by the time in which the owner could not process. Returns whether there
   * was any.
   */
  putOff(): boolean {
    if (this.#stopped === undefined || this.#clock === "real") return false;
    const stopped = this.#stopped[this.#clock];
    const seconds = stopped - this.#stoppedBefore;
    if (seconds === 0) return false;
    this.due += seconds;
    this.#putOffSeconds += seconds;
    this.#stoppedBefore = stopped;
    return true;
  }

  /** By how much the end was moved, since the owner could not process. */
  protected get putOffSeconds(): number {
    return this.#putOffSeconds;
  }

  protected list(): void {
    const scope = this.#clock === "real" ? undefined : scopeAround(this.owner);
    if (scope !== undefined) this.#watch(scope);
    if (this.#clock === "physics") this.runtime.phases.use("physics");
    this.runtime.timers[this.#clock].add(this);
  }

  protected unlist(): void {
    if (this.#stopped !== undefined) this.runtime.timers.processWatch.leave(this.#stopped);
    if (this.#clock === "physics") this.runtime.phases.leave("physics");
    this.runtime.timers[this.#clock].remove(this);
  }

  protected describe(): string {
    const clock = this.#clock === "game" ? "" : `, on the ${this.#clock} clock`;
    return `sleep(${this.#seconds})${clock}`;
  }

  #watch(scope: Scope): void {
    this.#stopped = this.runtime.timers.processWatch.enter(scope);
    if (this.#clock !== "real") this.#stoppedBefore = this.#stopped[this.#clock];
  }
}
