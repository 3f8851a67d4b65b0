import { openWaits } from "./open-waits";
import { quote } from "./quote";
import type { Runtime } from "./runtime";
import { placeOf } from "./tasks";
import type { ParkedWait } from "./wait";

/** How often a wait is seen before it is reported: so exact is the time after which it is. */
const LOOKS = 4;

/**
 * Reports waits that last too long, each once: often something was forgotten, such as a signal
 * that nobody emits. Waits that end by themselves are never reported, such as those for a time; nor is what
 * such a wait ends, as in a `race` with a time.
 *
 * When to use: while a game is made. It looks at every parked wait, four times in the given seconds;
 * waits themselves cost nothing more.
 */
export class StuckWatch {
  readonly #runtime: Runtime;
  readonly #seconds: number;
  #nextLook: number;
  /** How often each of the waits was seen that are parked. It holds none that ends between two looks. */
  #seen = new WeakMap<ParkedWait<unknown>, number>();

  /**
   * @param seconds of real time, above 0.
   * @throws RangeError for anything else.
   */
  constructor(runtime: Runtime, seconds: number) {
    if (!(seconds > 0)) {
      throw new RangeError(`StuckWatch needs seconds above 0, but got ${quote(seconds)}`);
    }
    this.#runtime = runtime;
    this.#seconds = seconds;
    this.#nextLook = runtime.host.now() + this.#period();
  }

  /** To be called once a frame. */
  check(): void {
    if (this.#runtime.waitCount === 0) return;
    const now = this.#runtime.host.now();
    if (now < this.#nextLook) return;
    this.#nextLook = now + this.#period();
    const before = this.#seen;
    this.#seen = new WeakMap();
    for (const wait of openWaits(this.#runtime)) {
      const looks = (before.get(wait) ?? 0) + 1;
      this.#seen.set(wait, looks);
      if (looks === LOOKS + 1) this.#report(wait);
    }
  }

  /** Whether it has reported the wait. */
  isStuck(wait: ParkedWait<unknown>): boolean {
    return (this.#seen.get(wait) ?? 0) > LOOKS;
  }

  #period(): number {
    return (this.#seconds * 1000) / LOOKS;
  }

  #report(wait: ParkedWait<unknown>): void {
    const { owner } = wait;
    const who =
      owner === undefined
        ? "code outside of any task"
        : owner.kind === "task"
          ? `task "${owner.name}"`
          : owner.name;
    const place = placeOf(wait, this.#runtime);
    const where = place === undefined ? "" : `, at ${place}`;
    this.#runtime.host.warn(
      `${who} has waited for ${wait.fullName} for more than ${this.#seconds} s${where}`,
    );
  }
}
