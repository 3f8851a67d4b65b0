import type { Wait, WaitOptions } from "./wait";
import { WaitQueue } from "./wait-queue";
import { refuse } from "./without-parking";

/**
 * A gate that opens once and stays open.
 *
 * When to use: several tasks must wait until one thing has happened, and late comers must
 * pass at once. For a value use {@link Oneshot}, for one that changes, {@link Watch}.
 *
 * @example
 * const loaded = new Latch();
 * spawn(async () => {
 *   await loaded.wait();
 *   hud.show();
 * });
 * loaded.open();
 */
export class Latch {
  #isOpen = false;
  readonly #waiting = new WaitQueue<void>({ name: "a latch to open" });

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Resolves when the gate is open: at once if it is. */
  wait(options?: WaitOptions): Wait<void> {
    if (!this.#isOpen) return this.#waiting.park(undefined, options);
    return refuse(options) ?? Promise.resolve();
  }

  /** Opens the gate: those who wait go on in the next drain. A second call does nothing. */
  open(): void {
    this.#isOpen = true;
    this.#waiting.settleAll();
  }
}
