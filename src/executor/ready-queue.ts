import type { LocalFuture } from "./local-spawn";
import { shuffle } from "./shuffle";

const INITIAL_CAPACITY = 64;

/**
 * A first-in, first-out queue of futures, as a ring that grows. It keeps its capacity,
 * so that a game whose frames are alike allocates nothing here.
 */
export class ReadyQueue {
  #ring: (LocalFuture | undefined)[] = new Array(INITIAL_CAPACITY).fill(undefined);
  #head = 0;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(future: LocalFuture): void {
    if (this.#length === this.#ring.length) this.#grow();
    this.#ring[(this.#head + this.#length) & (this.#ring.length - 1)] = future;
    this.#length++;
  }

  shift(): LocalFuture | undefined {
    if (this.#length === 0) return undefined;
    const future = this.#ring[this.#head];
    this.#ring[this.#head] = undefined;
    this.#head = (this.#head + 1) & (this.#ring.length - 1);
    this.#length--;
    return future;
  }

  /** Moves all of `other` behind what is here. */
  append(other: ReadyQueue): void {
    if (this.#length === 0) {
      this.#swap(other);
      return;
    }
    for (let future = other.shift(); future !== undefined; future = other.shift()) {
      this.push(future);
    }
  }

  /** Puts what is here into a random order. */
  shuffle(random: () => number): void {
    const futures: LocalFuture[] = [];
    for (let future = this.shift(); future !== undefined; future = this.shift()) {
      futures.push(future);
    }
    shuffle(futures, random);
    for (const future of futures) this.push(future);
  }

  clear(): void {
    this.#ring = new Array(INITIAL_CAPACITY).fill(undefined);
    this.#head = 0;
    this.#length = 0;
  }

  #swap(other: ReadyQueue): void {
    const ring = this.#ring;
    this.#ring = other.#ring;
    this.#head = other.#head;
    this.#length = other.#length;
    other.#ring = ring;
    other.#head = 0;
    other.#length = 0;
  }

  #grow(): void {
    const { length } = this.#ring;
    const ring: (LocalFuture | undefined)[] = new Array(length * 2).fill(undefined);
    for (let i = 0; i < length; i++) ring[i] = this.#ring[(this.#head + i) & (length - 1)];
    this.#ring = ring;
    this.#head = 0;
  }
}
