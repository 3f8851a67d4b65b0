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
      if (frame.paused) return;
      this.#game += frame.delta;
      this.#unscaled += frame.delta / frame.timeScale;
      return;
    }
    // At time scale 0 the frame's delta says nothing: take the time from the host.
    const now = this.#host.now();
    if (!frame.paused) this.#unscaled += (now - (this.#frozenSince ?? now)) / 1000;
    this.#frozenSince = now;
  }
}
