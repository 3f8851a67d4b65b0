import type { Parking } from "./parking";

/**
 * The waits of a task, of a scope, or of nobody, in the order they were entered: a {@link LinkedList}.
 *
 * Hot: apart from that one, which holds things of many shapes, so that V8 knows where the links of
 * these lie.
 */
export class ParkedList {
  first: Parking | undefined;

  get last(): Parking | undefined {
    return this.first?.previous;
  }

  /** The one that was entered before. */
  before(parking: Parking): Parking | undefined {
    return parking === this.first ? undefined : parking.previous;
  }

  add(parking: Parking): void {
    const { first } = this;
    if (first === undefined) {
      this.first = parking;
      parking.previous = parking;
      return;
    }
    const last = first.previous as Parking;
    last.next = parking;
    parking.previous = last;
    first.previous = parking;
  }

  remove(parking: Parking): void {
    const { previous, next } = parking;
    if (this.first === parking) this.first = next;
    else (previous as Parking).next = next;
    const after = next ?? this.first;
    if (after !== undefined) after.previous = previous;
    parking.previous = undefined;
    parking.next = undefined;
  }

  /** Interrupts all, the last one first: what they were given goes back in the order it came. */
  interruptAll(error: unknown): void {
    const { first } = this;
    if (first?.next === undefined) first?.wait.interrupt(error);
    else for (const { wait } of [...this].reverse()) wait.interrupt(error);
  }

  /** Yields the waits. The one just yielded may be removed. */
  *[Symbol.iterator](): Generator<Parking, void> {
    for (let parking = this.first; parking !== undefined; ) {
      const { next } = parking;
      yield parking;
      parking = next;
    }
  }
}
