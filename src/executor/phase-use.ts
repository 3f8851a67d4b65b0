import { FrameQueue } from "./frame-queue";
import type { FrameInfo, Host } from "./host";
import type { LocalPool } from "./local-pool";
import { PHASES, type Phase } from "./phase";

/**
 * Which phases are to be driven, since somebody waits for them, and who waits for exactly their
 * drains. A phase that nobody uses costs two words.
 */
export class PhaseUse {
  readonly #host: Host;
  readonly #pool: LocalPool;
  readonly #frames: { [phase in Phase]?: FrameQueue } = {};
  /** How many waits need a phase to be driven. */
  readonly #uses = { physics: 0, process: 0, preDraw: 0, postDraw: 0, late: 0 };

  constructor(host: Host, pool: LocalPool) {
    this.#host = host;
    this.#pool = pool;
  }

  /** Whether a phase is to be driven: `process` and `late` always. */
  isUsed(phase: Phase): boolean {
    if (phase === "process" || phase === "late") return true;
    return this.#uses[phase] > 0 || this.#pool.hasReadyFor(phase);
  }

  /** The phases that are to be driven, in their order; each is asked when its turn comes. */
  *used(): Generator<Phase, void> {
    for (const phase of PHASES) if (this.isUsed(phase)) yield phase;
  }

  /** Has a phase driven, until {@link leave} was called as often. */
  use(phase: Phase): void {
    if (this.#uses[phase]++ > 0 || phase === "process" || phase === "late") return;
    this.#host.wantPhase?.(phase);
  }

  leave(phase: Phase): void {
    this.#uses[phase]--;
  }

  /** The waits for drains of a phase. */
  framesOf(phase: Phase): FrameQueue {
    this.#frames[phase] ??= new FrameQueue();
    return this.#frames[phase];
  }

  /** The waits for drains of a phase, if there ever were any. */
  tryFramesOf(phase: Phase): FrameQueue | undefined {
    return this.#frames[phase];
  }
}

/** What the waits for exactly one drain of a phase resolve to. */
export function frameValue(phase: Phase, frame: FrameInfo): unknown {
  return phase === "preDraw" || phase === "postDraw" ? { drawn: frame.drawn === true } : undefined;
}
