import type { AnimationPlayer } from "godot";
import type { WaitOptions } from "../../executor";
import { noAnimation, nothingPlays } from "./animation-errors";
import { PlaybackWait } from "./playback-wait";

/** Waits for the end of an animation of an AnimationPlayer. */
export class PlayerWait extends PlaybackWait<string> {
  readonly #player: AnimationPlayer;
  readonly #animation: string;
  #hasBegun: boolean;

  constructor(
    player: AnimationPlayer,
    animation: string | undefined,
    options: WaitOptions | undefined,
  ) {
    super(player, options);
    this.#player = player;
    const playing = activeAnimation(player);
    this.#animation = animation ?? playing;
    this.#hasBegun = playing !== "" && playing === this.#animation;
  }

  protected listen(): void {
    const player = this.#player;
    if (this.#animation === "") throw nothingPlays(this.label);
    if (!player.hasAnimation(this.#animation)) {
      throw noAnimation(this.label, this.#animation, player.getAnimationList());
    }
    this.source.hear(player.animationFinished, (name) => {
      if (name === this.#animation) this.settle(name);
    });
    this.source.hear(player.currentAnimationChanged, (name) => this.#changed(name));
  }

  protected what(): string {
    return `animation "${this.#animation}" of ${this.label}`;
  }

  /** Another is current, or none. The end of an animation is told before that. */
  #changed(current: string): void {
    if (current === this.#animation) this.#hasBegun = true;
    else if (!this.#hasBegun) return;
    else if (current === "") this.fail(this.stopped("stopped"));
    else this.fail(this.stopped("replaced", `"${current}"`));
  }
}

/** The animation that plays or is paused. Godot 4.5 can't tell a pause from a stop: there it must play. */
function activeAnimation(player: AnimationPlayer): string {
  const isActive = player.hasMethod("is_animation_active")
    ? player.isAnimationActive()
    : player.isPlaying();
  return isActive ? player.assignedAnimation : "";
}
