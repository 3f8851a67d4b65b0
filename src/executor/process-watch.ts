import type { ClockName, Clocks } from "./clock";
import type { Scope } from "./scope";
import type { TaskOwner } from "./task-owner";

/** A clock that stops for waits whose owner can't process. */
export type StoppableClock = Exclude<ClockName, "real">;

/** For how long, by each clock, the owner of some waits could not process. */
export class StoppedTime implements Record<StoppableClock, number> {
  readonly scope: Scope;
  game = 0;
  unscaled = 0;
  physics = 0;
  /** How many waits look at it. */
  users = 0;

  constructor(scope: Scope) {
    this.scope = scope;
  }
}

/** The scope that the owner of a wait is in, which says whether time passes for it. */
export function scopeAround(owner: TaskOwner | undefined): Scope | undefined {
  let around = owner;
  while (around?.kind === "task") around = around.parent;
  return around;
}

/**
 * Asks, in each frame and in each physics tick, the scopes in which somebody sleeps whether they can
 * process, and adds up the time in which they could not.
 *
 * A sleep isn't moved when its scope stops: when it falls due, it is put off by the time that was
 * added up since it began. So a scope that never stops costs one question a frame, and a sleep in no
 * scope nothing.
 */
export class ProcessWatch {
  readonly #clocks: Clocks;
  readonly #stopped = new Map<Scope, StoppedTime>();
  readonly #seen = { game: 0, unscaled: 0, physics: 0 };

  constructor(clocks: Clocks) {
    this.#clocks = clocks;
  }

  get isWatching(): boolean {
    return this.#stopped.size > 0;
  }

  /** Watches a scope for one more wait. */
  enter(scope: Scope): StoppedTime {
    if (this.#stopped.size === 0) {
      for (const clock of ["game", "unscaled", "physics"] as const) this.#passed(clock);
    }
    let stopped = this.#stopped.get(scope);
    if (stopped === undefined) {
      stopped = new StoppedTime(scope);
      this.#stopped.set(scope, stopped);
    }
    stopped.users++;
    return stopped;
  }

  leave(stopped: StoppedTime): void {
    if (--stopped.users === 0) this.#stopped.delete(stopped.scope);
  }

  /** The clocks of the frame have moved. */
  advance(): void {
    const game = this.#passed("game");
    const unscaled = this.#passed("unscaled");
    if (unscaled === 0) return;
    for (const stopped of this.#stopped.values()) {
      if (stopped.scope.canProcess()) continue;
      stopped.game += game;
      stopped.unscaled += unscaled;
    }
  }

  /** The physics clock has moved. */
  tick(): void {
    const physics = this.#passed("physics");
    if (physics === 0) return;
    for (const stopped of this.#stopped.values()) {
      if (!stopped.scope.canProcess()) stopped.physics += physics;
    }
  }

  /** By how much a clock has moved since it was asked for last. */
  #passed(clock: StoppableClock): number {
    const now = this.#clocks[clock];
    const passed = now - this.#seen[clock];
    this.#seen[clock] = now;
    return passed;
  }
}
