const INITIAL_CAPACITY = 16;

/**
 * A queue with two ends, as a ring that grows: adding and taking cost the same at any length.
 */
export class Deque<T> {
  #ring: (T | undefined)[] = new Array(INITIAL_CAPACITY).fill(undefined);
  #head = 0;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: T): void {
    if (this.#length === this.#ring.length) this.#grow();
    this.#ring[(this.#head + this.#length) & (this.#ring.length - 1)] = value;
    this.#length++;
  }

  /** Puts a value before all others. */
  unshift(value: T): void {
    if (this.#length === this.#ring.length) this.#grow();
    this.#head = (this.#head - 1) & (this.#ring.length - 1);
    this.#ring[this.#head] = value;
    this.#length++;
  }

  /** Takes the first value; undefined when there is none. */
  shift(): T | undefined {
    if (this.#length === 0) return undefined;
    const value = this.#ring[this.#head];
    this.#ring[this.#head] = undefined;
    this.#head = (this.#head + 1) & (this.#ring.length - 1);
    this.#length--;
    return value;
  }

  clear(): void {
    this.#ring = new Array(INITIAL_CAPACITY).fill(undefined);
    this.#head = 0;
    this.#length = 0;
  }

  #grow(): void {
    const { length } = this.#ring;
    const ring: (T | undefined)[] = new Array(length * 2).fill(undefined);
    for (let i = 0; i < length; i++) ring[i] = this.#ring[(this.#head + i) & (length - 1)];
    this.#ring = ring;
    this.#head = 0;
  }
}
