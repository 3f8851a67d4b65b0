import type { Phase } from "./host";
import type { LocalFuture, LocalSpawn } from "./local-spawn";
import { quote } from "./quote";
import { ReadyQueue } from "./ready-queue";

const DEFAULT_FRAME_BUDGET_MSEC = 2;

export interface LocalPoolOptions {
  /** See {@link LocalPool.frameBudget}. */
  readonly frameBudget?: number | undefined;
}

/**
 * The pool of ready work on this thread, which a {@link Runtime} drains.
 *
 * When to use: as the executor of a game: `setExecutor(pool)`, and give the same pool to
 * the runtime. Something else can be installed when it implements {@link LocalSpawn}.
 *
 * What wakes is kept apart from what a drain has begun on: work that wakes during a drain
 * waits for the next one, and what a drain leaves over goes before what woke later, in the
 * next drain of the same phase.
 */
export class LocalPool implements LocalSpawn {
  readonly #woken = new ReadyQueue();
  // A phase that nobody uses costs two words.
  readonly #batches: { [phase in Phase]?: ReadyQueue } = {};
  #frameBudget = DEFAULT_FRAME_BUDGET_MSEC;

  constructor(options?: LocalPoolOptions) {
    if (options?.frameBudget !== undefined) this.frameBudget = options.frameBudget;
  }

  /** Milliseconds that the ready tasks of one drain may take; one task always advances. */
  get frameBudget(): number {
    return this.#frameBudget;
  }

  set frameBudget(milliseconds: number) {
    if (typeof milliseconds !== "number" || !(milliseconds >= 0)) {
      throw new RangeError(
        `frameBudget needs a number of milliseconds, 0 or more, but got ${quote(milliseconds)}`,
      );
    }
    this.#frameBudget = milliseconds;
  }

  /** How many futures are ready to be advanced. */
  get readyCount(): number {
    let count = this.#woken.length;
    for (const batch of Object.values(this.#batches)) count += batch.length;
    return count;
  }

  spawnLocal(future: LocalFuture): void {
    this.#woken.push(future);
  }

  /** @internal What the drains of a phase have begun on, and not finished. */
  batch(phase: Phase): ReadyQueue {
    let batch = this.#batches[phase];
    if (batch === undefined) {
      batch = new ReadyQueue();
      this.#batches[phase] = batch;
    }
    return batch;
  }

  /** @internal Moves what woke since the last drain to the end of a batch. */
  takeWoken(batch: ReadyQueue): void {
    if (this.#woken.length > 0) batch.append(this.#woken);
  }

  /** @internal Forgets all ready work. */
  clear(): void {
    this.#woken.clear();
    for (const batch of Object.values(this.#batches)) batch.clear();
  }
}
