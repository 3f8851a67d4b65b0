import type { AnimationMixer } from "godot";
import type { WaitOptions } from "../../executor";
import { noAnimation } from "./animation-errors";
import { PlaybackWait } from "./playback-wait";

/** Waits for the end of an animation of an AnimationTree, or of a mixer of one's own. */
export class MixerWait extends PlaybackWait<string> {
  readonly #mixer: AnimationMixer;
  readonly #animation: string | undefined;

  constructor(
    mixer: AnimationMixer,
    animation: string | undefined,
    options: WaitOptions | undefined,
  ) {
    super(mixer, options);
    this.#mixer = mixer;
    this.#animation = animation;
  }

  protected listen(): void {
    const mixer = this.#mixer;
    const animation = this.#animation;
    if (animation !== undefined && !mixer.hasAnimation(animation)) {
      throw noAnimation(this.label, animation, mixer.getAnimationList());
    }
    this.source.hear(mixer.animationFinished, (name) => {
      if (animation === undefined || name === animation) this.settle(name);
    });
  }

  protected what(): string {
    const animation =
      this.#animation === undefined ? "an animation" : `animation "${this.#animation}"`;
    return `${animation} of ${this.label}`;
  }
}
