import { type OnceOptions, type SignalSource, SignalWait } from "./once";
import { quote } from "./quote";
import type { Task } from "./task";
import type { Wait } from "./wait";

/** A wait that was begun ahead. Disposing of it disconnects, and it then never ends. */
export type Armed<A extends readonly unknown[]> = Wait<A> & Disposable;

/**
 * Begins to wait for a signal before the deed that may emit it, so that an early emission is
 * not missed. It is awaited when you come to it; that may be never: an error that it ends
 * with is then nobody's, and it disconnects when the task has ended.
 *
 * When to use: wherever something is done between the start of the wait and its `await`. With
 * `using`, it disconnects at the end of the block.
 *
 * @throws whatever the source throws when it can't be connected; CancelledError where a cancellation of
 * the task waits to be delivered.
 * Rejects with {@link SourceFreedError} when the source is freed.
 *
 * @example
 * using hit = arm(enemy.hurt);
 * await attack();
 * const [damage] = await hit;
 */
export function arm<A extends readonly unknown[]>(
  source: SignalSource<A>,
  options?: OnceOptions,
): Armed<A> {
  if (typeof source?.subscribe !== "function") {
    throw new TypeError(`arm(signal) needs a signal to wait for, but got ${quote(source)}`);
  }
  const wait = new ArmedWait(source, options);
  const { task } = wait;
  const cancellation = task?.pendingCancellation;
  if (cancellation !== undefined) {
    // Thrown here: a promise that nobody may ever await would keep it from the task.
    task?.refuseWait();
    throw cancellation;
  }
  const promise = wait.begin();
  promise.catch(() => undefined);
  return Object.assign(promise, { [Symbol.dispose]: () => wait.drop() });
}

class ArmedWait<A extends readonly unknown[]> extends SignalWait<A> {
  /** It is the task's own preparation: nobody inherits it. */
  override moveTo(_task: Task | undefined): void {
    this.drop();
  }

  protected override describe(): string {
    return super.describe().replace(/^once/, "arm");
  }

  protected override describeFully(): string {
    return super.describeFully().replace(/^once/, "arm");
  }
}
