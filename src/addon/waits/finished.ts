import { Tween } from "godot";
import type { Wait, WaitOptions } from "../../executor";
import { native } from "../../godot";
import { EngineWait, requireObject } from "./engine-wait";
import { TweenKilledError } from "./tween-killed-error";

export interface FinishedOptions extends WaitOptions {
  /**
   * What becomes of the tween when the wait is cancelled: `leave` lets it go on, `kill` stops it where
   * it is. By default `leave`: who waits for a tween need not own it.
   */
  readonly onCancel?: "leave" | "kill" | undefined;
}

/**
 * Waits until a tween has finished. One that has finished already is over at once, in the next drain.
 *
 * When to use: in place of `once(tween.finished)`, which hangs when the tween is killed, since killing
 * emits nothing. A tween that is paused or stopped is waited for; so is one that loops for ever, which
 * ends only when it is killed.
 *
 * Rejects with {@link TweenKilledError} when the tween is killed, when the node it is bound to is
 * freed, or when it was never started: made by `new Tween()` in place of `createTween()`.
 *
 * @example
 * const tween = door.createTween();
 * tween.tweenProperty(door, "rotation", 1.5, 0.4);
 * await finished(tween, { onCancel: "kill" });
 */
export function finished(tween: Tween, options?: FinishedOptions): Wait<void> {
  requireObject(tween, [Tween], "finished(tween)");
  const onCancel = options?.onCancel ?? "leave";
  if (onCancel !== "leave" && onCancel !== "kill") {
    throw new RangeError(
      `finished's onCancel is "leave" or "kill", but got ${native.stringify(onCancel)}`,
    );
  }
  return new TweenWait(tween, onCancel, options).begin();
}

class TweenWait extends EngineWait<void> {
  readonly #tween: Tween;
  readonly #tweenLabel: string;
  readonly #onCancel: "leave" | "kill";

  constructor(tween: Tween, onCancel: "leave" | "kill", options: WaitOptions | undefined) {
    super(tween, options);
    this.#tween = tween;
    this.#tweenLabel = native.stringify(tween);
    this.#onCancel = onCancel;
  }

  protected listen(): void {
    this.source.hear(this.#tween.finished, () => this.settle());
  }

  protected check(): void {
    if (this.#tween.isValid()) return;
    // One that was killed has loops left, or -1 when it went round for ever.
    if (this.#tween.getLoopsLeft() === 0) this.settle();
    else throw new TweenKilledError(this.#tweenLabel);
  }

  override interrupt(error: unknown): void {
    if (this.isParked && this.#onCancel === "kill") this.#tween.kill();
    super.interrupt(error);
  }

  protected override describe(): string {
    return `the end of ${this.#tweenLabel}`;
  }
}
