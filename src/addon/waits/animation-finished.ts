import { AnimatedSprite2D, AnimatedSprite3D, AnimationMixer, AnimationPlayer } from "godot";
import type { Wait, WaitOptions } from "../../executor";
import { requireObject } from "./engine-wait";
import { MixerWait } from "./mixer-wait";
import { PlayerWait } from "./player-wait";
import { SpriteWait } from "./sprite-wait";

/** What plays animations. `AnimationMixer` is that, and so is `AnimationTree`. */
export type Animated = AnimationMixer | AnimatedSprite2D | AnimatedSprite3D;

/**
 * Waits until an animation has ended, and resolves to its name. Without a name it is the one that
 * plays now; of an `AnimationTree`, whichever ends next.
 *
 * When to use: in place of `once(player.animationFinished)`, which hangs when the animation is stopped
 * or another is played, and which takes any animation for the one that is meant. One that is queued,
 * or that is played later, may be waited for by its name. A pause is waited out; an animation that
 * loops never ends.
 *
 * Rejects with {@link PlaybackStoppedError} when the animation is stopped, when another is played in
 * its place, or when the player leaves the tree; with {@link SourceFreedError} when it is freed. Of an
 * `AnimationTree`, which doesn't tell what it plays, only the latter two are noticed. Rejects with a
 * RangeError when there is no such animation, or none is playing.
 *
 * @example
 * player.play("open");
 * await animationFinished(player);
 */
export function animationFinished(
  player: Animated,
  name?: string,
  options?: WaitOptions,
): Wait<string> {
  const classes = [AnimationMixer, AnimatedSprite2D, AnimatedSprite3D];
  requireObject(player, classes, "animationFinished(player)");
  if (player instanceof AnimationPlayer) return new PlayerWait(player, name, options).begin();
  if (player instanceof AnimationMixer) return new MixerWait(player, name, options).begin();
  return new SpriteWait(player, name, options).begin();
}
