import type { Counters } from "./counters";
import type { FrameQueue } from "./frame-queue";
import type { Host } from "./host";
import type { LocalPool } from "./local-pool";
import type { LocalFuture } from "./local-spawn";
import { ReadyLanes } from "./ready-lanes";

const NOT_ENTERED = -1;

/**
 * The drain that is going on: it advances a batch of futures, piece by piece, until they are
 * through or the budget is spent.
 *
 * The waits for exactly this drain are released together, whatever the budget says: after what an
 * earlier drain left over and the timers, before what woke since. Higher priorities go before them.
 */
export class Drain {
  readonly #host: Host;
  readonly #pool: LocalPool;
  readonly #counters: Counters;
  #batch = new ReadyLanes();
  #frames: FrameQueue | undefined;
  #frameValue: unknown;
  /** How many futures of normal priority go before the waits for this drain. */
  #beforeFrame = 0;
  #served = 0;
  #startedAt = 0;
  /** When its first piece began, waits for this drain included; {@link NOT_ENTERED} before. */
  #enteredAt = NOT_ENTERED;
  /** Set while the runtime ends: then all that is ready advances. */
  hasNoBudget = false;

  constructor(host: Host, pool: LocalPool, counters: Counters) {
    this.#host = host;
    this.#pool = pool;
    this.#counters = counters;
  }

  /** Begins a drain. What is appended to the batch from now on goes after the waits for it. */
  begin(batch: ReadyLanes, frames: FrameQueue | undefined, frameValue: unknown): void {
    this.#batch = batch;
    this.#frames = frames;
    this.#frameValue = frameValue;
    this.#beforeFrame = batch.normalLength;
    this.#served = 0;
    this.#enteredAt = NOT_ENTERED;
  }

  /** When the drain began, or the last one that had something to do. */
  get begunAt(): number {
    return this.#startedAt;
  }

  /** Advances the next piece. Returns whether there was one. */
  step(): boolean {
    const batch = this.#batch;
    if (this.#served === 0) this.#startedAt = this.#host.now();
    if (this.#enteredAt === NOT_ENTERED) this.#enteredAt = this.#startedAt;
    if (!this.#isFrameNext() && batch.length > 0 && !this.#isOverBudget()) {
      this.#advance();
      return true;
    }
    if (this.#frames !== undefined) {
      const frames = this.#frames;
      this.#frames = undefined;
      frames.releaseDue(this.#frameValue, this.#host.random);
      return true;
    }
    batch.endDrain();
    const milliseconds = this.#host.now() - this.#enteredAt;
    this.#counters.endDrain(milliseconds, this.#pool.frameBudget, batch.length);
    return false;
  }

  /** Forgets what was to be done. */
  clear(): void {
    this.begin(new ReadyLanes(), undefined, undefined);
  }

  #isFrameNext(): boolean {
    return this.#frames !== undefined && this.#beforeFrame === 0 && !this.#batch.isAheadOfNormal;
  }

  /** Whether it has spent its budget, by whatever it did. */
  get isBudgetSpent(): boolean {
    const { frameBudget } = this.#pool;
    return frameBudget !== Infinity && this.#host.now() - this.#startedAt >= frameBudget;
  }

  #isOverBudget(): boolean {
    return this.#served > 0 && !this.hasNoBudget && this.isBudgetSpent;
  }

  /** Advances one future; more while they leave nothing behind for the microtasks. */
  #advance(): void {
    const batch = this.#batch;
    let future: LocalFuture | undefined;
    do {
      const normalLength = batch.normalLength;
      future = batch.shift();
      if (future === undefined) return;
      this.#served++;
      if (this.#beforeFrame > 0 && batch.normalLength < normalLength) this.#beforeFrame--;
      try {
        this.#host.onAdvance?.(future);
        future.poll();
      } catch (error) {
        this.#host.reportError(error);
      }
    } while (
      future.isParked === true &&
      batch.length > 0 &&
      !this.#isFrameNext() &&
      !this.#isOverBudget()
    );
  }
}
