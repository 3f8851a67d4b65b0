import type { Verdict } from "./combined-wait";
import { type Combinable, type Combined, checkCombinable } from "./member";
import { RaceWait } from "./race";
import { type SleepOptions, sleep } from "./sleep";
import type { Wait } from "./wait";

/** Something took longer than it was given. */
export class TimeoutError extends Error {
  override readonly name = "TimeoutError";
  readonly seconds: number;

  constructor(what: string, seconds: number) {
    super(`${what} was not done within ${seconds} s`);
    this.seconds = seconds;
  }
}

/**
 * Runs a function for no longer than so many seconds, and resolves to what it returns. When
 * they are over, it is cancelled, and once it has cleaned up, this rejects with
 * {@link TimeoutError}. In place of a function it takes a wait, a task or a promise.
 *
 * When to use: where being late is a failure. Where it is just another way to go on, use
 * {@link select} with a {@link sleep}.
 *
 * @throws RangeError when `seconds` is not a number, 0 or more, or the clock is unknown.
 * @throws RuntimeError when the runtime was built without time.
 *
 * @example
 * const scores = await timeout(3, () => fetchScores(), { clock: "real" });
 */
export function timeout<C extends Combinable>(
  seconds: number,
  work: C,
  options?: SleepOptions,
): Wait<Combined<C>> {
  checkCombinable("timeout", "the work", work);
  const name = typeof work === "function" && work.name !== "" ? work.name : "what timeout(…) ran";
  const clock = sleep(seconds, { clock: options?.clock });
  const wait = new RaceWait<Combined<C>>(
    // The clock is not one of the things that are waited for.
    { name: "timeout", label: (index, what) => (index === 0 ? `${seconds}, ${what}` : undefined) },
    (index, ending) =>
      index === 0
        ? (ending as Verdict<Combined<C>>)
        : { status: "rejected", error: new TimeoutError(name, seconds) },
    options,
  );
  wait.add([work, clock], (index) => (index === 0 ? "timeout" : "clock"));
  return wait.begin();
}
