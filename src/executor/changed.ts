import { PolledWait } from "./polled";
import { quote } from "./quote";
import type { Wait, WaitOptions } from "./wait";

export interface ChangedOptions<T> extends WaitOptions {
  /**
   * Whether two values count as the same. By default they do when `Object.is` says so, or the
   * value's own `equals`, as the engine's vectors and colors have it.
   */
  readonly equals?: ((before: T, now: T) => boolean) | undefined;
}

/**
 * Waits until what a function returns is another value than it was at the call, and resolves
 * to it. It is asked once a frame, whatever the frame budget says.
 *
 * When to use: to watch a property that has no signal. Where the value is yours to keep,
 * {@link Watch} tells at once and costs nothing while it stays.
 *
 * Rejects with what the getter throws.
 *
 * @throws whatever the getter throws within the call.
 *
 * @example
 * const position = await changed(() => player.position);
 */
export function changed<T>(getter: () => T, options?: ChangedOptions<T>): Wait<T> {
  if (typeof getter !== "function") {
    throw new TypeError(`changed(getter) needs a function to ask, but got ${quote(getter)}`);
  }
  return new ChangedWait(getter, options).begin();
}

class ChangedWait<T> extends PolledWait<T> {
  readonly #getter: () => T;
  readonly #equals: (before: T, now: T) => boolean;
  readonly #before: T;
  #now: T;

  constructor(getter: () => T, options: ChangedOptions<T> | undefined) {
    super(options);
    this.#getter = getter;
    this.#equals = options?.equals ?? isSame;
    this.#before = getter();
    this.#now = this.#before;
  }

  protected look(): boolean {
    this.#now = this.#getter();
    return !this.#equals(this.#before, this.#now);
  }

  protected found(): T {
    return this.#now;
  }

  protected override describe(): string {
    const { name } = this.#getter;
    return name === "" ? "changed(…)" : `changed(${name})`;
  }
}

interface Comparable {
  equals?(other: unknown): boolean;
}

function isSame(before: unknown, now: unknown): boolean {
  if (Object.is(before, now)) return true;
  if (typeof before !== "object" || before === null) return false;
  const { equals } = before as Comparable;
  return typeof equals === "function" && equals.call(before, now);
}
