import { newParking, type Parking } from "./parking";
import { ParkedWait, type Wait, type WaitOptions } from "./wait";

/**
 * Lets all other ready tasks run, and goes on in the next drain.
 *
 * When to use: between the pieces of a long computation, to keep the frame's budget.
 */
export function yieldNow(options?: WaitOptions): Wait<void> {
  return new YieldWait(options).begin();
}

class YieldWait extends ParkedWait<void> {
  readonly parking: Parking;

  constructor(options: WaitOptions | undefined) {
    super();
    this.parking = newParking(this, options);
  }

  protected list(): void {
    this.settle();
  }

  protected unlist(): void {}

  protected describe(): string {
    return "yieldNow()";
  }
}
