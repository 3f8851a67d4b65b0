import type { FrameInfo, Host } from "./host";

/**
 * What a duration is measured by. `game` is scaled by the time scale and stops with pause,
 * `unscaled` only stops with pause, `real` never stops.
 */
export type ClockName = "game" | "unscaled" | "real";

export const CLOCK_NAMES: readonly ClockName[] = ["game", "unscaled", "real"];

/** The clocks of a runtime, in seconds. All but `real` move once a frame. */
export class Clocks {
  readonly #host: Host;
  #game = 0;
  #unscaled = 0;
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
