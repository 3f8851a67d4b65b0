import type { Task } from "./task";

/** The places in a frame where the executor gets to run. Today `process` and `late` are driven. */
export type Phase = "physics" | "process" | "late" | "preDraw" | "postDraw";

/** What a turn needs to know of the frame it runs in. The object may be reused by the caller. */
export interface FrameInfo {
  /** Seconds since the last frame, already scaled by {@link FrameInfo.timeScale}. */
  readonly delta: number;
  readonly timeScale: number;
  readonly paused: boolean;
}

/**
 * All that the executor needs from outside: a game engine, or a test.
 *
 * When to use: implement it once for the place where tasks shall run. For tests
 * there is {@link TestHost}.
 */
export interface Host {
  /** Real time in milliseconds, from any origin, never going back. */
  now(): number;

  /** Turns the host's event loop once, without waiting. Called only when io is enabled. */
  turnIo(): void;

  /**
   * Runs the promise reactions that are due, within the call. Without it, what waits for a
   * signal with `resume: "inline"` goes on when the host runs them next.
   */
  runMicrotasks?(): void;

  /** Reports a failure that nobody handled: of a task, or of a listener (then without a task). */
  reportError(error: unknown, task?: Task): void;

  /** Says that something is used wrongly, but goes on. */
  warn(message: string): void;
}
