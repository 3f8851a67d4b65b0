import { PolledWait } from "./polled";
import { quote } from "./quote";
import type { Wait, WaitOptions } from "./wait";

/**
 * Waits until a predicate holds. It is asked within the call, where a yes lets the task go on
 * in the next drain, and then once a frame, whatever the frame budget says.
 *
 * When to use: for what no signal tells of. A predicate costs what it does each frame; it
 * should only look.
 *
 * Rejects with what the predicate throws.
 *
 * @example
 * await until(() => enemy.canSee(player));
 */
export function until(predicate: () => boolean, options?: WaitOptions): Wait<void> {
  if (typeof predicate !== "function") {
    throw new TypeError(`until(predicate) needs a function to ask, but got ${quote(predicate)}`);
  }
  return new UntilWait(predicate, options).begin();
}

class UntilWait extends PolledWait<void> {
  readonly #predicate: () => boolean;

  constructor(predicate: () => boolean, options: WaitOptions | undefined) {
    super(options);
    this.#predicate = predicate;
  }

  protected look(): boolean {
    return this.#predicate();
  }

  protected found(): void {}

  protected override describe(): string {
    const { name } = this.#predicate;
    return name === "" ? "until(…)" : `until(${name})`;
  }
}
