import type { LocalFuture } from "./local-spawn";
import { ReadyQueue } from "./ready-queue";

class Lane extends ReadyQueue {
  /** How many drains in a row had something here, and advanced nothing of it. */
  drainsPassedOver = 0;
  hasAdvanced = false;
}

/**
 * Ready futures by priority: `high` before `normal` before `low`, each first in, first out.
 *
 * None is starved: a priority that a drain has left without a turn gets the first turn of the next
 * drain. Where two were left without, the one that waits longer comes first.
 */
export class ReadyLanes {
  readonly #high = new Lane();
  readonly #normal = new Lane();
  readonly #low = new Lane();
  readonly #lanes = [this.#low, this.#normal, this.#high];
  /** Lanes whose turn comes before all others, the first one last. */
  readonly #owed: Lane[] = [];

  get length(): number {
    return this.#high.length + this.#normal.length + this.#low.length;
  }

  /** How many are of priority `normal`. */
  get normalLength(): number {
    return this.#normal.length;
  }

  /** Whether the next future comes before those of priority `normal`. */
  get isAheadOfNormal(): boolean {
    return this.#high.length > 0 || this.#owed.length > 0;
  }

  push(future: LocalFuture): void {
    const { priority } = future;
    if (priority === "high") this.#high.push(future);
    else if (priority === "low") this.#low.push(future);
    else this.#normal.push(future);
  }

  shift(): LocalFuture | undefined {
    const lane = this.#next();
    lane.hasAdvanced = true;
    return lane.shift();
  }

  /** Moves all of `other` behind what is here, each to its own priority. */
  append(other: ReadyLanes): void {
    if (other.#normal.length > 0) this.#normal.append(other.#normal);
    if (other.#high.length > 0) this.#high.append(other.#high);
    if (other.#low.length > 0) this.#low.append(other.#low);
  }

  /** Ends a drain: notes which priorities had no turn in it. */
  endDrain(): void {
    this.#owed.length = 0;
    for (const lane of this.#lanes) {
      const wasPassedOver = lane.length > 0 && !lane.hasAdvanced;
      lane.hasAdvanced = false;
      lane.drainsPassedOver = wasPassedOver ? lane.drainsPassedOver + 1 : 0;
      if (wasPassedOver) this.#owed.push(lane);
    }
    if (this.#owed.length > 1) this.#owed.sort((a, b) => a.drainsPassedOver - b.drainsPassedOver);
  }

  /** Puts those of each priority into a random order. */
  shuffle(random: () => number): void {
    for (const lane of this.#lanes) lane.shuffle(random);
  }

  clear(): void {
    for (const lane of this.#lanes) lane.clear();
    this.endDrain();
  }

  #next(): Lane {
    // Hot: where no priorities are used, this is two comparisons.
    if (this.#owed.length > 0) {
      for (let lane = this.#owed.pop(); lane !== undefined; lane = this.#owed.pop()) {
        if (lane.length > 0) return lane;
      }
    }
    if (this.#high.length > 0) return this.#high;
    return this.#normal.length > 0 ? this.#normal : this.#low;
  }
}
