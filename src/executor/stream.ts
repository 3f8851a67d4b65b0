import { type Buffer, bufferCapacity } from "./buffer";
import { currentOwner } from "./current-task";
import { Deque } from "./deque";
import { granted } from "./grant";
import type { Wait, WaitOptions } from "./wait";
import { QueuedWait, WaitQueue } from "./wait-queue";
import { mayGoOn, refuse } from "./without-parking";

export interface StreamOptions extends WaitOptions {
  /** What becomes of what arrives while nobody is waiting for it. By default all is kept. */
  readonly buffer?: Buffer | undefined;
}

/**
 * What arrives one after the other and is iterated with `for await`. It takes in from when it
 * was made, and stops when the loop ends in any way, when it is disposed of, when the task
 * that made it has ended, or when its signal is aborted.
 *
 * What is there already is delivered at once, for as long as the drain's budget lasts.
 */
export class Stream<T> implements AsyncIterableIterator<T, void>, Disposable {
  readonly #values = new Deque<T>();
  readonly #capacity: number;
  readonly #waiting: WaitQueue<IteratorResult<T, void>>;
  readonly #cleanups: (() => void)[] = [];
  readonly #nameOption: WaitOptions | undefined;
  #end: { readonly error?: unknown } | undefined;

  /** @internal Streams are made by {@link on} and by `subscribe` of {@link Broadcast}. */
  constructor(name: string, options: StreamOptions | undefined) {
    this.#capacity = bufferCapacity(options?.buffer);
    this.#nameOption = options?.name === undefined ? undefined : { name: options.name };
    this.#waiting = new WaitQueue({ name, retract: (result) => this.#putBack(result) });
    const owner = currentOwner();
    if (owner?.kind === "task") this.#cleanups.push(owner.onSettled(() => this.close()));
    const signal = options?.signal;
    if (signal === undefined) return;
    const onAbort = () => this.#fail(signal.reason);
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
    this.#cleanups.push(() => signal.removeEventListener("abort", onAbort));
  }

  /** Whether nothing more arrives. What is there can still be taken, unless it was closed. */
  get isEnded(): boolean {
    return this.#end !== undefined;
  }

  /** Resolves to what arrives next. A call that is cancelled, as by {@link race}, loses nothing. */
  next(): Wait<IteratorResult<T, void>> {
    const isBuffered = this.#values.length > 0;
    if (!isBuffered && this.#end === undefined) return this.#park();
    const refused = refuse(this.#nameOption);
    if (refused !== undefined) {
      this.close();
      return refused;
    }
    if (!isBuffered) return this.#last();
    if (mayGoOn()) return this.#grant({ done: false, value: this.#values.shift() as T });
    const wait = this.#park();
    this.#waiting.first?.settle({ done: false, value: this.#values.shift() as T });
    return wait;
  }

  /** Stops taking in, and forgets what is there. Those who wait get the end. */
  close(): void {
    this.#values.clear();
    this.end();
  }

  return(): Promise<IteratorResult<T, void>> {
    this.close();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  [Symbol.dispose](): void {
    this.close();
  }

  /** @internal Calls a function when the stream ends; at once if it has. */
  onEnd(cleanup: () => void): void {
    if (this.#end === undefined) this.#cleanups.push(cleanup);
    else cleanup();
  }

  /** @internal */
  push(value: T): void {
    if (this.#end !== undefined) return;
    const wait = this.#waiting.first;
    if (wait !== undefined) {
      wait.settle({ done: false, value });
      return;
    }
    if (this.#capacity === 0) return;
    if (this.#values.length === this.#capacity) this.#values.shift();
    this.#values.push(value);
  }

  /** @internal Lets nothing more in: the iteration ends after what is there. */
  end(): void {
    if (this.#end !== undefined) return;
    this.#end = {};
    this.#cleanUp();
    this.#waiting.settleAll({ done: true, value: undefined });
  }

  /** @internal Like {@link end}, but the iteration ends with an error. */
  fail(error: unknown): void {
    if (this.#end !== undefined) return;
    const { first } = this.#waiting;
    // The first who asks gets the error, the others the end.
    this.#end = first === undefined ? { error } : {};
    this.#cleanUp();
    first?.fail(error);
    this.#waiting.settleAll({ done: true, value: undefined });
  }

  #fail(error: unknown): void {
    this.#values.clear();
    this.fail(error);
  }

  #park(): Wait<IteratorResult<T, void>> {
    return new NextWait(this, this.#waiting, this.#nameOption).begin();
  }

  #grant(result: IteratorResult<T, void>): Wait<IteratorResult<T, void>> {
    return granted(result, this.#waiting.options);
  }

  #last(): Promise<IteratorResult<T, void>> {
    const end = this.#end;
    this.#end = {};
    if (end !== undefined && "error" in end) return Promise.reject(end.error);
    return Promise.resolve({ done: true, value: undefined });
  }

  #putBack(result: IteratorResult<T, void>): void {
    if (result.done === true || this.#end !== undefined) return;
    const wait = this.#waiting.first;
    if (wait !== undefined) wait.settle(result);
    else if (this.#values.length < this.#capacity) this.#values.unshift(result.value);
  }

  #cleanUp(): void {
    for (const cleanup of this.#cleanups.splice(0)) cleanup();
  }
}

class NextWait<T> extends QueuedWait<IteratorResult<T, void>, undefined> {
  readonly #stream: Stream<T>;

  constructor(
    stream: Stream<T>,
    waiting: WaitQueue<IteratorResult<T, void>>,
    options: WaitOptions | undefined,
  ) {
    super(waiting, undefined, options);
    this.#stream = stream;
  }

  /** A loop whose task is cancelled is over: `for await` doesn't close what threw. */
  override interrupt(error: unknown): void {
    super.interrupt(error);
    if (this.task?.state === "cancelling") this.#stream.close();
  }

  override drop(): void {
    super.drop();
    this.#stream.close();
  }
}
