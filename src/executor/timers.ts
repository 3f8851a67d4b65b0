/** What a {@link TimerQueue} holds. The queue alone writes `order` and `slot`. */
export interface TimerEntry {
  readonly due: number;
  order: number;
  slot: number;
}

/** The slot of an entry that is in no queue. */
export const NOT_QUEUED = -1;

/**
 * Entries by the time they fall due; those due at the same time, first in, first out.
 * A binary heap: adding and removing cost O(log n), asking for the next one O(1).
 */
export class TimerQueue<Entry extends TimerEntry> {
  readonly #heap: Entry[] = [];
  readonly #random: (() => number) | undefined;
  #added = 0;

  /** @param random if given, those due at the same time are in an order drawn from it. */
  constructor(random?: () => number) {
    this.#random = random;
  }

  get size(): number {
    return this.#heap.length;
  }

  /** When the first entry falls due; Infinity when there is none. */
  get nextDue(): number {
    return this.#heap[0]?.due ?? Number.POSITIVE_INFINITY;
  }

  add(entry: Entry): void {
    entry.order = this.#random?.() ?? this.#added++;
    this.#heap.push(entry);
    this.#rise(entry, this.#heap.length - 1);
  }

  /** Removes an entry. One that isn't queued is left alone. */
  remove(entry: Entry): void {
    const { slot } = entry;
    if (slot === NOT_QUEUED) return;
    entry.slot = NOT_QUEUED;
    const last = this.#heap.pop();
    if (last === undefined || last === entry) return;
    this.#rise(last, slot);
    this.#sink(last, last.slot);
  }

  /** Removes and returns the first entry that is due at `time`, if one is. */
  takeDue(time: number): Entry | undefined {
    const first = this.#heap[0];
    if (first === undefined || first.due > time) return undefined;
    this.remove(first);
    return first;
  }

  #rise(entry: Entry, from: number): void {
    const heap = this.#heap;
    let slot = from;
    while (slot > 0) {
      const above = heap[(slot - 1) >> 1];
      if (above === undefined || isBefore(above, entry)) break;
      heap[slot] = above;
      above.slot = slot;
      slot = (slot - 1) >> 1;
    }
    heap[slot] = entry;
    entry.slot = slot;
  }

  #sink(entry: Entry, from: number): void {
    const heap = this.#heap;
    let slot = from;
    for (;;) {
      let child = 2 * slot + 1;
      let below = heap[child];
      if (below === undefined) break;
      const other = heap[child + 1];
      if (other !== undefined && isBefore(other, below)) {
        below = other;
        child++;
      }
      if (isBefore(entry, below)) break;
      heap[slot] = below;
      below.slot = slot;
      slot = child;
    }
    heap[slot] = entry;
    entry.slot = slot;
  }
}

function isBefore(a: TimerEntry, b: TimerEntry): boolean {
  return a.due < b.due || (a.due === b.due && a.order < b.order);
}
