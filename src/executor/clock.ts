import type { FrameInfo, Host } from "./host";

/**
 * What a duration is measured by. `game` is scaled by the time scale and stops with pause,
 * `unscaled` only stops with pause, `real` never stops. `physics` moves in each physics tick by the
 * length of a tick, scaled, and stops with pause: whatever the frame rate, a duration on it takes
 * the same ticks.
 */
export type ClockName = "game" | "unscaled" | "real" | "physics";

export const CLOCK_NAMES: readonly ClockName[] = ["game", "unscaled", "real", "physics"];

/** The clocks of a runtime, in seconds. `game` and `unscaled` move once a frame. */
export class Clocks {
  readonly #host: Host;
  #game = 0;
  #unscaled = 0;
  #physics = 0;
  /** Of the last frame that time went on in. */
  #frameSeconds = 0;
  #frozenSince: number | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  get game(): number {
    return this.#game;
  }

  get unscaled(): number {
    return this.#unscaled;
  }

  get real(): number {
    return this.#host.now() / 1000;
  }

  /** Moves only while somebody waits for it. */
  get physics(): number {
    return this.#physics;
  }

  /** Lets a physics tick pass. */
  tick(frame: FrameInfo): void {
    if (!frame.paused) this.#physics += frame.delta;
  }

  /** Lets a frame pass. */
  advance(frame: FrameInfo): void {
    if (frame.timeScale > 0) {
      this.#frozenSince = undefined;
      this.#frameSeconds = frame.delta / frame.timeScale;
      if (frame.paused) return;
      this.#game += frame.delta;
      this.#unscaled += this.#frameSeconds;
      return;
    }
    // At time scale 0 the frame's delta says nothing: the time comes from the host, and in the first
    // such frame from the one before.
    const now = this.#host.now();
    const seconds =
      this.#frozenSince === undefined ? this.#frameSeconds : (now - this.#frozenSince) / 1000;
    if (!frame.paused) this.#unscaled += seconds;
    this.#frozenSince = now;
  }
}
