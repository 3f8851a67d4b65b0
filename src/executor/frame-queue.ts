import type { Parking } from "./parking";
import { shuffle } from "./shuffle";

/**
 * The waits that are due in one frame, first in, first out: a list whose members carry the links.
 *
 * Hot: a new one for each frame, so that it is as young as its members (see {@link LinkedList}).
 */
export class FrameRow {
  readonly frame: number;
  first: Parking | undefined;

  constructor(frame: number) {
    this.frame = frame;
  }

  add(parking: Parking): void {
    parking.row = this;
    const { first } = this;
    if (first === undefined) {
      this.first = parking;
      parking.ahead = parking;
      return;
    }
    // The last one is ahead of the first.
    const last = first.ahead as Parking;
    last.behind = parking;
    parking.ahead = last;
    first.ahead = parking;
  }

  remove(parking: Parking): void {
    const { ahead, behind } = parking;
    if (this.first === parking) this.first = behind;
    else (ahead as Parking).behind = behind;
    const after = behind ?? this.first;
    if (after !== undefined) after.ahead = ahead;
    parking.row = undefined;
    parking.ahead = undefined;
    parking.behind = undefined;
  }

  /** Takes out the one that was added first. */
  shift(): Parking | undefined {
    const { first } = this;
    if (first !== undefined) this.remove(first);
    return first;
  }

  /** Moves all of `other` behind what is here. */
  append(other: FrameRow): void {
    for (let each = other.shift(); each !== undefined; each = other.shift()) this.add(each);
  }

  shuffle(random: () => number): void {
    const parkings: Parking[] = [];
    for (let each = this.shift(); each !== undefined; each = this.shift()) parkings.push(each);
    shuffle(parkings, random);
    for (const each of parkings) this.add(each);
  }
}

/**
 * Waits by the frame they are due in. Adding and removing cost the same at any number: ten thousand
 * waits for the next frame are ten thousand links.
 */
export class FrameQueue {
  #frame = 0;
  #due = new FrameRow(0);
  #next = new FrameRow(1);
  readonly #later = new Map<number, FrameRow>();

  /** How many frames have begun. */
  get frame(): number {
    return this.#frame;
  }

  get isEmpty(): boolean {
    return !this.hasDue && this.#next.first === undefined && this.#later.size === 0;
  }

  /** Whether something is due in the frame that has begun last. */
  get hasDue(): boolean {
    return this.#due.first !== undefined;
  }

  beginFrame(): void {
    this.#frame++;
    const row = this.#next;
    if (row.first === undefined && this.#later.size === 0) return;
    // What a frame that was begun and not released has left comes first.
    if (this.#due.first === undefined) this.#due = row;
    else this.#due.append(row);
    const next = this.#frame + 1;
    this.#next = this.#later.get(next) ?? new FrameRow(next);
    this.#later.delete(next);
  }

  /** @param count - in how many frames it is due; 1 is the next one */
  add(parking: Parking, count: number): void {
    if (count === 1) this.#next.add(parking);
    else this.#rowIn(count).add(parking);
  }

  /** Removes a wait. One that isn't queued is left alone. */
  remove(parking: Parking): void {
    const { row } = parking;
    if (row === undefined) return;
    row.remove(parking);
    if (row.first === undefined) this.#later.delete(row.frame);
  }

  /** Releases all that is due in the frame that has begun last, with a value. */
  releaseDue(value?: unknown, random?: () => number): void {
    const due = this.#due;
    if (random !== undefined) due.shuffle(random);
    for (let each = due.shift(); each !== undefined; each = due.shift()) each.wait.release(value);
  }

  #rowIn(count: number): FrameRow {
    const frame = this.#frame + count;
    let row = this.#later.get(frame);
    if (row === undefined) {
      row = new FrameRow(frame);
      this.#later.set(frame, row);
    }
    return row;
  }
}
