/** How a playback ended otherwise than by itself. */
export type PlaybackEnd = "stopped" | "replaced" | "left the tree";

/** An animation or a sound ended before it was over, while somebody waited for its end. */
export class PlaybackStoppedError extends Error {
  override readonly name = "PlaybackStoppedError";
  readonly reason: PlaybackEnd;

  /** @param by what was played in its place. */
  constructor(what: string, reason: PlaybackEnd, by?: string) {
    const how = { stopped: "was stopped", replaced: `was replaced by ${by}`, "left the tree": "" };
    super(
      reason === "left the tree"
        ? `${what} can't end: its node left the tree`
        : `${what} ${how[reason]} before its end`,
    );
    this.reason = reason;
  }
}
