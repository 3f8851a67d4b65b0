import type { AnimatedSprite2D, AnimatedSprite3D } from "godot";
import type { WaitOptions } from "../../executor";
import { noAnimation, nothingPlays } from "./animation-errors";
import { PlaybackWait } from "./playback-wait";

/** Waits for the end of an animation of an animated sprite. */
export class SpriteWait extends PlaybackWait<string> {
  readonly #sprite: AnimatedSprite2D | AnimatedSprite3D;
  readonly #animation: string;
  readonly #isNamed: boolean;
  #hasBegun = false;
  #hasMoved = false;

  constructor(
    sprite: AnimatedSprite2D | AnimatedSprite3D,
    animation: string | undefined,
    options: WaitOptions | undefined,
  ) {
    super(sprite, options);
    this.#sprite = sprite;
    this.#animation = animation ?? sprite.animation;
    this.#isNamed = animation !== undefined;
  }

  protected listen(): void {
    const sprite = this.#sprite;
    const frames = sprite.spriteFrames;
    if (frames === null || !frames.hasAnimation(this.#animation)) {
      throw noAnimation(this.label, this.#animation, frames?.getAnimationNames() ?? []);
    }
    if (!this.#isNamed && !sprite.isPlaying() && this.#isAtStart) throw nothingPlays(this.label);
    this.source.hear(sprite.animationFinished, () => {
      if (sprite.animation === this.#animation) this.settle(this.#animation);
    });
  }

  protected override check(): void {
    super.check();
    const sprite = this.#sprite;
    const current = sprite.animation;
    if (current !== this.#animation) {
      if (this.#hasBegun) throw this.stopped("replaced", `"${current}"`);
      return;
    }
    if (!this.#isAtStart) this.#hasMoved = true;
    if (sprite.isPlaying()) this.#hasBegun = true;
    // A pause keeps the frame, a stop goes back to the first.
    else if (this.#hasBegun && this.#hasMoved && this.#isAtStart) throw this.stopped("stopped");
  }

  protected what(): string {
    return `animation "${this.#animation}" of ${this.label}`;
  }

  get #isAtStart(): boolean {
    return this.#sprite.frame === 0 && this.#sprite.frameProgress === 0;
  }
}
