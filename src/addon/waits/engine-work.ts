import { AsyncResource } from "node:async_hooks";
import {
  newParking,
  type Outlook,
  ParkedWait,
  type Parking,
  type Wait,
  type WaitOptions,
} from "../../executor";

export interface WorkOptions extends WaitOptions {
  /**
   * Called at the end of a frame in which more was done, with a fraction from 0 to 1; the last call is
   * with 1. What it throws, the wait rejects with.
   */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

const going = new Set<EngineWork<unknown>>();

/** Whether work goes on that has to be looked after. */
export function hasWork(): boolean {
  return going.size > 0;
}

/** Looks at all work that goes on: at the end of each frame, before tasks go on. */
export function lookAfterWork(): void {
  for (const work of going) work.look();
}

/** Takes what is done, or will be soon, when the engine quits: so that nothing of it is left behind. */
export function finishWork(): void {
  for (const work of going) work.finish();
}

/**
 * Work that the engine does on other threads, and that can't be stopped once it has begun. It is
 * looked after until its end even when nobody waits any more: the engine wants to be told that its
 * result was seen, and keeps it otherwise.
 *
 * When to use: to make a wait for such a thing. Several may wait for one.
 */
export abstract class EngineWork<T> {
  readonly #waits = new Set<WorkWait<T>>();
  #state: "new" | "going" | "over" = "new";
  #fraction = 0;

  get isOver(): boolean {
    return this.#state === "over";
  }

  /** What can be said of its end: `sure` where it ends whatever the game does. */
  get outlook(): Outlook {
    return "open";
  }

  /** Begins the work, if it hasn't begun, and waits for its result. */
  wait(options?: WorkOptions): Wait<T> {
    return new WorkWait(this, options).begin();
  }

  /** What is waited for, as a person would say it. */
  abstract describe(): string;

  /** Has the engine begin. What it throws, those who wait reject with. */
  protected abstract start(): void;

  /** Whether `collect` would not block. Asked once a frame. */
  protected abstract isDone(): boolean;

  /** Takes the result, so that the engine forgets the work. What it throws is why the work failed. */
  protected abstract collect(): T;

  /** How much is done, from 0 to 1. Asked once a frame, after `isDone`. */
  protected fraction(): number {
    return 0;
  }

  /** Whether `collect` may be called when the engine quits: by default where it would not block. */
  protected canFinish(): boolean {
    return this.isDone();
  }

  /** Called when the work is over, or could not begin. */
  protected ended(): void {}

  /** @internal */
  enter(wait: WorkWait<T>): void {
    this.#waits.add(wait);
    if (this.#state !== "new") return;
    try {
      this.start();
      this.#state = "going";
      going.add(this);
    } catch (error) {
      this.#end((each) => each.fail(error));
    }
  }

  /** @internal */
  leave(wait: WorkWait<T>): void {
    this.#waits.delete(wait);
  }

  /** @internal */
  look(): void {
    this.#collectIf(() => this.isDone());
  }

  /** @internal */
  finish(): void {
    this.#collectIf(() => this.canFinish());
  }

  #collectIf(isTime: () => boolean): void {
    try {
      if (!isTime()) {
        this.#report(this.fraction());
        return;
      }
      const result = this.collect();
      this.#report(1);
      this.#end((wait) => wait.settle(result));
    } catch (error) {
      this.#end((wait) => wait.fail(error));
    }
  }

  #report(fraction: number): void {
    if (fraction <= this.#fraction) return;
    this.#fraction = fraction;
    for (const wait of this.#waits) wait.report(fraction);
  }

  #end(each: (wait: WorkWait<T>) => void): void {
    this.#state = "over";
    this.ended();
    going.delete(this as EngineWork<unknown>);
    for (const wait of this.#waits) each(wait);
  }
}

/** The wait of one task for work that others may wait for as well. */
export class WorkWait<T> extends ParkedWait<T> {
  readonly parking: Parking;
  readonly #work: EngineWork<T>;
  readonly #onProgress: ((fraction: number) => void) | undefined;

  constructor(work: EngineWork<T>, options: WorkOptions | undefined) {
    super();
    this.parking = newParking(this, options);
    this.#work = work;
    const onProgress = options?.onProgress;
    // Called from the driver, it belongs to the task that waits all the same.
    this.#onProgress = onProgress === undefined ? undefined : AsyncResource.bind(onProgress);
  }

  override get outlook(): Outlook {
    return this.#work.outlook;
  }

  report(fraction: number): void {
    try {
      this.#onProgress?.(fraction);
    } catch (error) {
      this.fail(error);
    }
  }

  protected list(): void {
    this.#work.enter(this);
  }

  protected unlist(): void {
    this.#work.leave(this);
  }

  protected describe(): string {
    return this.#work.describe();
  }
}
