import { CLOCK_NAMES, type ClockName } from "./clock";
import { currentOwner } from "./current-task";
import { quote } from "./quote";
import type { ReadyLanes } from "./ready-lanes";
import { Runtime } from "./runtime";
import { type SleepOptions, SleepWait } from "./sleep";
import type { Wait } from "./wait";
import { mayGoOn, refuse } from "./without-parking";

/**
 * What becomes of ticks that fell due while the loop's body was still busy. `skip`: only the
 * last of them comes, at once, and then again on the beat. `burst`: all of them come at once,
 * one after the other. `delay`: one comes at once, and the beat is moved, so that there is
 * always the whole time between two.
 */
export type MissedTicks = "skip" | "burst" | "delay";

const MISSED_TICKS: readonly MissedTicks[] = ["skip", "burst", "delay"];

// The same leeway as the runtime gives to timers.
const ROUNDING_SECONDS = 1e-6;

export interface IntervalOptions extends SleepOptions {
  /** By default `skip`. */
  readonly missed?: MissedTicks | undefined;
}

/**
 * Ticks again and again, the first time `seconds` after the call. Each tick is its number on
 * the beat, from 1: with `skip`, the number of a tick that was missed doesn't come.
 *
 * When to use: for what happens at a steady pace. Sleeping in a loop falls behind by what the
 * loop's body takes.
 *
 * @throws RangeError when `seconds` is not a number above 0, or an option is unknown.
 * @throws RuntimeError when the runtime was built without time.
 *
 * @example
 * for await (const tick of interval(0.5)) {
 *   lamp.visible = tick % 2 === 0;
 *   if (tick === 10) break;
 * }
 */
export function interval(seconds: number, options: IntervalOptions = {}): Interval {
  if (typeof seconds !== "number" || !(seconds > 0)) {
    throw new RangeError(
      `interval(seconds) needs a number of seconds above 0, but got ${quote(seconds)}`,
    );
  }
  const { clock = "game", missed = "skip" } = options;
  checkOneOf("clock", CLOCK_NAMES, clock);
  checkOneOf("missed", MISSED_TICKS, missed);
  return new Interval(seconds, missed, { name: `interval(${seconds})`, ...options, clock });
}

/** What {@link interval} returns. It keeps the beat, and waits only when a tick is asked for. */
export class Interval implements AsyncIterableIterator<number, void> {
  readonly #runtime: Runtime;
  readonly #seconds: number;
  readonly #missed: MissedTicks;
  readonly #options: SleepOptions & { readonly clock: ClockName };
  /** The tick that comes next, and when. */
  #number = 1;
  #due: number;
  #isOver = false;
  #pending: TickWait | undefined;

  /** @internal Made by {@link interval}. */
  constructor(
    seconds: number,
    missed: MissedTicks,
    options: SleepOptions & { readonly clock: ClockName },
  ) {
    this.#runtime = currentOwner()?.runtime ?? Runtime.current();
    this.#runtime.requireTime("interval");
    this.#seconds = seconds;
    this.#missed = missed;
    this.#options = options;
    this.#due = this.#now() + seconds;
  }

  /**
   * Resolves at the next tick. A call that is cancelled, as by {@link race}, loses nothing.
   *
   * @throws Error when an earlier call still waits.
   */
  next(): Wait<IteratorResult<number, void>> {
    if (this.#pending?.isParked === true) {
      throw new Error("an interval's next() was called while an earlier call still waited");
    }
    const seconds = this.#isOver ? 0 : this.#due - this.#now();
    if (seconds <= ROUNDING_SECONDS && mayGoOn()) {
      return refuse(this.#options) ?? Promise.resolve(this.take());
    }
    this.#pending = new TickWait(this, Math.max(seconds, 0), this.#options);
    return this.#pending.begin();
  }

  return(): Promise<IteratorResult<number, void>> {
    this.#isOver = true;
    this.#pending?.settle();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** @internal Takes the tick that is due, on a beat that stood still for some seconds. */
  take(stoodStill = 0): IteratorResult<number, void> {
    if (this.#isOver) return { done: true, value: undefined };
    this.#due += stoodStill;
    const late = this.#now() - this.#due + ROUNDING_SECONDS;
    const skipped = this.#missed === "skip" ? Math.floor(late / this.#seconds) : 0;
    const value = this.#number + skipped;
    this.#number = value + 1;
    if (this.#missed === "delay") this.#due = this.#now() + this.#seconds;
    else this.#due += this.#seconds * (skipped + 1);
    return { done: false, value };
  }

  /** @internal Takes back a tick that nobody got: it is due. */
  putBack(value: number): void {
    this.#number = value;
    this.#due = this.#now();
  }

  #now(): number {
    return this.#runtime.clocks[this.#options.clock];
  }
}

class TickWait extends SleepWait<IteratorResult<number, void>> {
  readonly #interval: Interval;

  constructor(owner: Interval, seconds: number, options: SleepOptions) {
    super(seconds, options);
    this.#interval = owner;
  }

  /** The timer knows of no value. */
  override settle(_value?: unknown, lane?: ReadyLanes): void {
    if (this.isParked) super.settle(this.#interval.take(this.putOffSeconds), lane);
  }

  protected override retract(result: IteratorResult<number, void>): void {
    if (result.done !== true) this.#interval.putBack(result.value);
  }
}

function checkOneOf(option: string, known: readonly string[], given: string): void {
  if (known.includes(given)) return;
  throw new RangeError(
    `interval's ${option} is one of ${known.map(quote).join(", ")}, but got ${quote(given)}`,
  );
}
