import type { Phase } from "./phase";

/** A drain that comes next in a game without an engine. */
export interface TimelineDrain {
  readonly phase: Phase;
  /** Whether it is the first of its frame: then the time of a frame passes before it. */
  readonly beginsFrame: boolean;
}

/**
 * The drains of a game with constant frame and physics rates, in order, without end. A frame has the
 * physics ticks that fall into it, then each other phase once; `late` is its last.
 */
export function* testTimeline(
  framesPerSecond: number,
  physicsTicksPerSecond: number,
): Generator<TimelineDrain, never> {
  let ticks = 0;
  for (let frame = 1; ; frame++) {
    let beginsFrame = true;
    // Counted from the start, so that no rounding error adds up.
    const ticksDue = Math.floor((frame * physicsTicksPerSecond) / framesPerSecond + 1e-9);
    for (; ticks < ticksDue; ticks++) {
      yield { phase: "physics", beginsFrame };
      beginsFrame = false;
    }
    yield { phase: "process", beginsFrame };
    for (const phase of ["preDraw", "postDraw", "late"] as const) {
      yield { phase, beginsFrame: false };
    }
  }
}
