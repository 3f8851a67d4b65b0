import { FrameWait } from "./frames";
import type { Outlook } from "./outlook";
import type { WaitOptions } from "./wait";

/** Looks once a frame whether it is over, first of all when it begins. */
export abstract class PolledWait<T> extends FrameWait<T> {
  constructor(options: WaitOptions | undefined) {
    super(1, options);
  }

  override get outlook(): Outlook {
    return "open";
  }

  protected override list(): void {
    if (this.look()) this.settle(this.found());
    else super.list();
  }

  /** The frame has come. */
  override release(): void {
    if (!this.isParked || this.putOff()) return;
    try {
      if (this.look()) this.#end(this.found());
      else this.#lookAgain();
    } catch (error) {
      this.releaseError(error);
    }
  }

  /** Whether the wait is over. What it throws, the wait rejects with. */
  protected abstract look(): boolean;

  /** What the wait resolves to. */
  protected abstract found(): T;

  #end(value: T): void {
    const { parking } = this;
    this.runtime.host.onAdvance?.(parking);
    if (this.end("fulfilled", value)) parking.poll();
  }

  #lookAgain(): void {
    // It may have been cancelled by what it looked at.
    if (!this.isParked) return;
    this.waitOn();
  }
}
