import type { FrameEntry } from "./frame-queue";
import { quote } from "./quote";
import { ParkedWait, type Wait, type WaitOptions } from "./wait";

/**
 * Waits for the next frame. Exact: the frame budget never delays it.
 *
 * When to use: to do a bit of work each frame. To let others run without waiting for a
 * frame there is {@link yieldNow}.
 *
 * @example
 * while (door.angle < 90) {
 *   door.angle += 1;
 *   await nextFrame();
 * }
 */
export function nextFrame(options?: WaitOptions): Wait<void> {
  return new FrameWait(1, options).begin();
}

/**
 * Waits for `count` frames. Exact: the frame budget never delays it. Zero frames are over
 * at once, in the next drain.
 *
 * @throws RangeError when `count` is not a whole number, 0 or more.
 */
export function frames(count: number, options?: WaitOptions): Wait<void> {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new RangeError(
      `frames(count) needs a whole number of frames, 0 or more, but got ${quote(count)}`,
    );
  }
  return new FrameWait(count, options).begin();
}

export class FrameWait<T = void> extends ParkedWait<T> implements FrameEntry {
  dueFrame: number;
  ahead: this | undefined;
  behind: this | undefined;
  readonly #count: number;

  constructor(count: number, options: WaitOptions | undefined) {
    super(options);
    this.#count = count;
    this.dueFrame = this.runtime.frames.frame + count;
  }

  protected list(): void {
    if (this.#count === 0) this.settle(undefined as T);
    else this.runtime.frames.add(this);
  }

  protected unlist(): void {
    this.runtime.frames.remove(this);
  }

  protected describe(): string {
    return this.#count === 1 ? "nextFrame()" : `frames(${this.#count})`;
  }
}
