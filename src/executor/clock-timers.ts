import type { Clocks } from "./clock";
import type { FrameInfo, Host } from "./host";
import type { Phase } from "./phase";
import { ProcessWatch } from "./process-watch";
import type { ReadyLanes } from "./ready-lanes";
import type { SleepWait } from "./sleep";
import { TimerQueue } from "./timers";

// Sixty frames of 1/60 s add up to a little less than a second: a timer may be that early.
const ROUNDING_SECONDS = 1e-6;

type Sleepers = TimerQueue<SleepWait<unknown>>;

/**
 * The waits for a time, by the clock that they go by. Each drain first moves the clocks that move in
 * its phase, and then ends the waits that are due.
 */
export class ClockTimers {
  readonly game: Sleepers;
  readonly unscaled: Sleepers;
  readonly real: Sleepers;
  readonly physics: Sleepers;
  readonly processWatch: ProcessWatch;
  readonly #clocks: Clocks;

  constructor(host: Host, clocks: Clocks) {
    this.#clocks = clocks;
    this.processWatch = new ProcessWatch(clocks);
    this.game = new TimerQueue(host.random);
    this.unscaled = new TimerQueue(host.random);
    this.real = new TimerQueue(host.random);
    this.physics = new TimerQueue(host.random);
  }

  /** Moves the clocks. */
  move(phase: Phase, frame: FrameInfo): void {
    if (phase === "process") {
      this.#clocks.advance(frame);
      if (this.processWatch.isWatching) this.processWatch.advance();
    } else if (phase === "physics") {
      this.#clocks.tick(frame);
      if (this.processWatch.isWatching) this.processWatch.tick();
    }
  }

  /** Ends the waits that are due, at the end of the batch where they go on in this phase. */
  fire(phase: Phase, batch: ReadyLanes): void {
    const clocks = this.#clocks;
    if (phase === "process") {
      if (this.game.size > 0) fireDue(this.game, clocks.game, phase, batch);
      if (this.unscaled.size > 0) fireDue(this.unscaled, clocks.unscaled, phase, batch);
    } else if (phase === "physics" && this.physics.size > 0) {
      fireDue(this.physics, clocks.physics, phase, batch);
    }
    if (this.real.size > 0) fireDue(this.real, clocks.real, phase, batch);
  }
}

function fireDue(sleepers: Sleepers, time: number, phase: Phase, batch: ReadyLanes): void {
  if (sleepers.nextDue > time + ROUNDING_SECONDS) return;
  const isMain = phase === "process" || phase === "late";
  for (;;) {
    const wait = sleepers.takeDue(time + ROUNDING_SECONDS);
    if (wait === undefined) return;
    if (wait.putOff()) {
      sleepers.add(wait);
      continue;
    }
    const isForThis = wait.phase === phase || (wait.phase === undefined && isMain);
    wait.settle(undefined, isForThis ? batch : undefined);
  }
}
