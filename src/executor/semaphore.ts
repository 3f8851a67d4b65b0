import { granted } from "./grant";
import { quote } from "./quote";
import type { Wait, WaitOptions } from "./wait";
import { WaitQueue } from "./wait-queue";
import { refuse } from "./without-parking";

/** Permits that were acquired. Disposing of it gives them back; a second time does nothing. */
export interface Permit extends Disposable {
  readonly count: number;
  release(): void;
}

/**
 * A number of permits that tasks take and give back, first come, first served: one who wants
 * many isn't overtaken by those who want few.
 *
 * When to use: to let only so many do something at the same time. For one at a time there
 * is {@link Mutex}.
 *
 * @example
 * const downloads = new Semaphore(4);
 * async function download(url: string): Promise<string> {
 *   using permit = await downloads.acquire();
 *   return fetchText(url);
 * }
 */
export class Semaphore {
  readonly #permits: number;
  #available: number;
  #isGranting = false;
  readonly #waiting = new WaitQueue<Permit, number>({
    name: "a semaphore",
    retract: (permit) => permit.release(),
    left: () => this.#grant(),
  });

  /** @throws RangeError when `permits` is not a whole number, 1 or more. */
  constructor(permits: number) {
    if (!Number.isSafeInteger(permits) || permits < 1) {
      throw new RangeError(
        `new Semaphore(permits) needs a whole number, 1 or more, but got ${quote(permits)}`,
      );
    }
    this.#permits = permits;
    this.#available = permits;
  }

  /** How many permits nobody has. */
  get available(): number {
    return this.#available;
  }

  /**
   * Waits for permits, and takes them. At once when they are there and nobody waits.
   *
   * @throws RangeError when the semaphore will never have so many.
   */
  acquire(count = 1, options?: WaitOptions): Wait<Permit> {
    this.#checkCount("acquire", count);
    if (!this.#has(count)) return this.#waiting.park(count, options);
    return refuse(options) ?? granted(this.#take(count), this.#waiting.options);
  }

  /** Takes permits if they are there and nobody waits for them; otherwise returns undefined. */
  tryAcquire(count = 1): Permit | undefined {
    this.#checkCount("tryAcquire", count);
    return this.#has(count) ? this.#take(count) : undefined;
  }

  #has(count: number): boolean {
    return this.#waiting.first === undefined && this.#available >= count;
  }

  #take(count: number): Permit {
    this.#available -= count;
    let isHeld = true;
    const release = () => {
      if (!isHeld) return;
      isHeld = false;
      this.#available += count;
      this.#grant();
    };
    return { count, release, [Symbol.dispose]: release };
  }

  #grant(): void {
    // A waiter that is granted leaves the queue, which calls this again.
    if (this.#isGranting) return;
    this.#isGranting = true;
    for (;;) {
      const wait = this.#waiting.first;
      if (wait === undefined || wait.brought > this.#available) break;
      wait.settle(this.#take(wait.brought));
    }
    this.#isGranting = false;
  }

  #checkCount(member: string, count: number): void {
    if (Number.isSafeInteger(count) && count >= 1 && count <= this.#permits) return;
    throw new RangeError(
      `${member}(count) of a Semaphore(${this.#permits}) needs a whole number from 1 to ${this.#permits}, but got ${quote(count)}`,
    );
  }
}
