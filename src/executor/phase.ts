/**
 * The places in a frame where the executor gets to run, called drains. `process` and `late` are
 * driven in every frame; the others only while somebody waits for them.
 *
 * - `physics`: in each physics tick, of which a frame has none, one or several.
 * - `process`: once a frame, where nodes are processed.
 * - `preDraw`, `postDraw`: right before and right after the frame is drawn.
 * - `late`: at the end of the frame, for what its timers, tweens and signals have woken.
 */
export type Phase = "physics" | "process" | "preDraw" | "postDraw" | "late";

/** A phase that knows whether the frame is drawn. */
export type DrawPhase = "preDraw" | "postDraw";

/** All phases, in the order in which they come in a frame. */
export const PHASES: readonly Phase[] = ["physics", "process", "preDraw", "postDraw", "late"];
