import { shuffle } from "./shuffle";

/** What a {@link FrameQueue} holds. The queue alone writes the links. */
export interface FrameEntry {
  /** Not to be changed while the entry is queued. */
  dueFrame: number;
  ahead: this | undefined;
  behind: this | undefined;
  release(value?: unknown): void;
}

interface Bucket<Entry> {
  first: Entry | undefined;
  last: Entry | undefined;
}

/**
 * Entries by the frame they are due in, first in, first out. Adding and removing cost the
 * same at any number: ten thousand waits for the next frame are ten thousand links.
 */
export class FrameQueue<Entry extends FrameEntry> {
  readonly #buckets = new Map<number, Bucket<Entry>>();
  #frame = 0;

  /** How many frames have begun. */
  get frame(): number {
    return this.#frame;
  }

  get isEmpty(): boolean {
    return this.#buckets.size === 0;
  }

  /** Whether something is due in the frame that has begun last. */
  get hasDue(): boolean {
    return this.#buckets.size > 0 && this.#buckets.has(this.#frame);
  }

  beginFrame(): void {
    this.#frame++;
  }

  add(entry: Entry): void {
    let bucket = this.#buckets.get(entry.dueFrame);
    if (bucket === undefined) {
      bucket = { first: undefined, last: undefined };
      this.#buckets.set(entry.dueFrame, bucket);
    }
    entry.ahead = bucket.last;
    if (bucket.last === undefined) bucket.first = entry;
    else bucket.last.behind = entry;
    bucket.last = entry;
  }

  /** Removes an entry. One that isn't queued is left alone. */
  remove(entry: Entry): void {
    const bucket = this.#buckets.get(entry.dueFrame);
    if (bucket === undefined || (entry.ahead === undefined && bucket.first !== entry)) return;
    if (entry.ahead === undefined) bucket.first = entry.behind;
    else entry.ahead.behind = entry.behind;
    if (entry.behind === undefined) bucket.last = entry.ahead;
    else entry.behind.ahead = entry.ahead;
    entry.ahead = undefined;
    entry.behind = undefined;
    if (bucket.first === undefined) this.#buckets.delete(entry.dueFrame);
  }

  /** Releases all that is due in the frame that has begun last, with a value. */
  releaseDue(value?: unknown, random?: () => number): void {
    const bucket = this.#buckets.get(this.#frame);
    if (bucket === undefined) return;
    this.#buckets.delete(this.#frame);
    if (random !== undefined) this.#shuffle(bucket, random);
    for (let entry = bucket.first; entry !== undefined; ) {
      const { behind } = entry;
      entry.ahead = undefined;
      entry.behind = undefined;
      entry.release(value);
      entry = behind;
    }
  }

  #shuffle(bucket: Bucket<Entry>, random: () => number): void {
    const entries: Entry[] = [];
    for (let entry = bucket.first; entry !== undefined; entry = entry.behind) entries.push(entry);
    shuffle(entries, random);
    for (const [i, entry] of entries.entries()) {
      entry.ahead = entries[i - 1];
      entry.behind = entries[i + 1];
    }
    bucket.first = entries[0];
    bucket.last = entries.at(-1);
  }
}
