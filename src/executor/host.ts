import type { LocalFuture } from "./local-spawn";
import type { Phase } from "./phase";
import type { Task } from "./task";

/** What a turn needs to know of the frame it runs in. The object may be reused by the caller. */
export interface FrameInfo {
  /**
   * Seconds since the last frame, in the phase `physics` since the last tick, already scaled by
   * {@link FrameInfo.timeScale}.
   */
  readonly delta: number;
  readonly timeScale: number;
  readonly paused: boolean;
  /** In `preDraw` and `postDraw`: whether the frame is drawn. By default false. */
  readonly drawn?: boolean | undefined;
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

  /** The line of the program's own that a stack begins with, such as `res://scripts/a.ts:12`. */
  placeOf?(stack: string): string | undefined;

  /** Says that something is used wrongly, but goes on. */
  warn(message: string): void;

  /**
   * Called when somebody begins to wait for a phase that nobody waited for, other than `process`
   * and `late`: from now on it is to be driven, as long as `runtime.isUsed(phase)`.
   */
  wantPhase?(phase: Phase): void;

  /**
   * Numbers from 0 to 1. Where it is there, what is equally ready is advanced in an order drawn from
   * them: for tests that look for a dependence on the order.
   */
  readonly random?: (() => number) | undefined;

  /** Called before each future that is advanced. */
  readonly onAdvance?: ((future: LocalFuture) => void) | undefined;
}
