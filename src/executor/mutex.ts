import { type Permit, Semaphore } from "./semaphore";
import type { Wait, WaitOptions } from "./wait";

/**
 * Something that one task at a time may have, first come, first served.
 *
 * When to use: around steps with awaits in between that nobody else may get into. A task
 * that locks a second time while it has the lock waits for itself.
 *
 * @example
 * const saving = new Mutex();
 * async function save(): Promise<void> {
 *   using lock = await saving.lock();
 *   await writeWorld();
 *   await writePlayer();
 * }
 */
export class Mutex {
  readonly #semaphore = new Semaphore(1);

  get isLocked(): boolean {
    return this.#semaphore.available === 0;
  }

  /** Waits for the lock, and takes it. Disposing of the result gives it back. */
  lock(options?: WaitOptions): Wait<Permit> {
    return this.#semaphore.acquire(1, { name: "a mutex", ...options });
  }

  /** Takes the lock if nobody has it; otherwise returns undefined. */
  tryLock(): Permit | undefined {
    return this.#semaphore.tryAcquire();
  }

  /** Runs a function while it has the lock. Resolves to what the function returns. */
  async run<T>(fn: () => T | PromiseLike<T>, options?: WaitOptions): Promise<Awaited<T>> {
    using _lock = await this.lock(options);
    return await fn();
  }
}
