import { AudioStreamPlayer, AudioStreamPlayer2D, AudioStreamPlayer3D } from "godot";
import type { Wait, WaitOptions } from "../../executor";
import { requireObject } from "./engine-wait";
import { PlaybackWait } from "./playback-wait";

/** What plays sounds. */
export type AudioPlayer = AudioStreamPlayer | AudioStreamPlayer2D | AudioStreamPlayer3D;

/**
 * Waits until what an audio player plays has ended.
 *
 * When to use: in place of `once(player.finished)`, which hangs when the sound is stopped, since
 * `stop()` emits nothing. A pause, of the player or of the game, is waited out; a sound that loops
 * never ends.
 *
 * Rejects with {@link PlaybackStoppedError} when the sound is stopped or the player leaves the tree,
 * with {@link SourceFreedError} when it is freed, with a RangeError when it plays nothing.
 *
 * @example
 * voice.play();
 * await played(voice);
 */
export function played(player: AudioPlayer, options?: WaitOptions): Wait<void> {
  const classes = [AudioStreamPlayer, AudioStreamPlayer2D, AudioStreamPlayer3D];
  requireObject(player, classes, "played(audioPlayer)");
  return new AudioWait(player, options).begin();
}

class AudioWait extends PlaybackWait<void> {
  readonly #player: AudioPlayer;
  #silentFrames = 0;

  constructor(player: AudioPlayer, options: WaitOptions | undefined) {
    super(player, options);
    this.#player = player;
  }

  protected listen(): void {
    if (this.#isSilent) {
      throw new RangeError(`${this.label} plays nothing: play a sound before you wait for its end`);
    }
    this.source.hear(this.#player.finished, () => this.settle());
  }

  protected override check(): void {
    super.check();
    this.#silentFrames = this.#isSilent ? this.#silentFrames + 1 : 0;
    // The player tells of the end within the frame in which it is silent first.
    if (this.#silentFrames > 2) throw this.stopped("stopped");
  }

  protected what(): string {
    return `the sound of ${this.label}`;
  }

  get #isSilent(): boolean {
    const player = this.#player;
    return !player.playing && !player.streamPaused && player.canProcess();
  }
}
