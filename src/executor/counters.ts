/**
 * What the drains of a runtime have done, in numbers: for monitors, graphs and tests.
 *
 * Counting costs an addition for each piece of work, and a look at the clock for each drain that had
 * some; a drain without work counts nothing.
 */
export class Counters {
  /** How many tasks began and waits were delivered so far. */
  released = 0;
  /** How many of them within the last whole frame: from one `process` drain to the next. */
  releasedInFrame = 0;
  /** The milliseconds, of all drains so far, that went beyond the frame budget. */
  overBudgetMsec = 0;
  /** How often so far a drain ended, its budget spent, before something that was ready had its turn. */
  lateWakes = 0;
  #releasedBefore = 0;

  /** A frame begins. */
  beginFrame(): void {
    this.releasedInFrame = this.released - this.#releasedBefore;
    this.#releasedBefore = this.released;
  }

  /**
   * A drain ends.
   *
   * @param milliseconds - how long it took
   * @param budget - how long it should have taken at most
   * @param left - how many that were ready it leaves to a later one
   */
  endDrain(milliseconds: number, budget: number, left: number): void {
    if (milliseconds > budget) this.overBudgetMsec += milliseconds - budget;
    this.lateWakes += left;
  }
}
