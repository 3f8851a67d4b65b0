import { type Linked, LinkedList } from "./linked-list";
import { newParking, type Parking } from "./parking";
import { ParkedWait, type Wait, type WaitOptions } from "./wait";

/** What a {@link WaitQueue} wants from whoever made it. */
export interface WaitQueueOptions<T> {
  /** What is waited for, as a person would say it. */
  readonly name: string;
  /** The same, and where it is, if that takes some work to know. */
  readonly fullName?: (() => string) | undefined;
  /** Takes back what a waiter was given and will never see, since it was cancelled. */
  readonly retract?: ((value: T) => void) | undefined;
  /** Called when a waiter has left, for whatever reason. */
  readonly left?: (() => void) | undefined;
}

/**
 * Those who wait for one thing, first in, first out. Each leaves by itself when it is
 * settled, cancelled, or its signal is aborted.
 *
 * When to use: within something that tasks wait for, such as {@link Semaphore}. Each waiter
 * may bring something along: what it wants, or what it has to give.
 */
export class WaitQueue<T, Brought = undefined> {
  /** @internal */
  readonly places = new LinkedList<Place<T, Brought>>();
  /** @internal */
  readonly options: WaitQueueOptions<T>;

  constructor(options: WaitQueueOptions<T>) {
    this.options = options;
  }

  /** Who has waited longest. */
  get first(): QueuedWait<T, Brought> | undefined {
    return this.places.first?.wait;
  }

  /** Parks, behind all others. */
  park(brought: Brought, options: WaitOptions | undefined): Wait<T> {
    return new QueuedWait(this, brought, options).begin();
  }

  settleAll(value: T): void {
    for (let wait = this.first; wait !== undefined; wait = this.first) wait.settle(value);
  }

  failAll(error: unknown): void {
    for (let wait = this.first; wait !== undefined; wait = this.first) wait.fail(error);
  }
}

interface Place<T, Brought> extends Linked<Place<T, Brought>> {
  readonly wait: QueuedWait<T, Brought>;
}

export class QueuedWait<T, Brought> extends ParkedWait<T> {
  readonly parking: Parking;
  readonly brought: Brought;
  readonly #queue: WaitQueue<T, Brought>;
  readonly #place: Place<T, Brought> = { wait: this, previous: undefined, next: undefined };

  constructor(queue: WaitQueue<T, Brought>, brought: Brought, options: WaitOptions | undefined) {
    super();
    this.parking = newParking(this, options);
    this.#queue = queue;
    this.brought = brought;
  }

  protected list(): void {
    this.#queue.places.add(this.#place);
  }

  protected unlist(): void {
    this.#queue.places.remove(this.#place);
    this.#queue.options.left?.();
  }

  protected override retract(value: T): void {
    this.#queue.options.retract?.(value);
  }

  protected describe(): string {
    return this.#queue.options.name;
  }

  protected override describeFully(): string {
    return this.#queue.options.fullName?.() ?? this.describe();
  }
}
