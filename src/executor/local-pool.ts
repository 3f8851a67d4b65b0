import type { LocalFuture, LocalSpawn } from "./local-spawn";
import { PHASES, type Phase } from "./phase";
import { quote } from "./quote";
import { ReadyLanes } from "./ready-lanes";

type LanesByPhase = { [phase in Phase]?: ReadyLanes };

const DEFAULT_FRAME_BUDGET_MSEC = 2;

export interface LocalPoolOptions {
  /** See {@link LocalPool.frameBudget}. */
  readonly frameBudget?: number | undefined;
}

/**
 * The pool of ready work on this thread, which a {@link Runtime} drains.
 *
 * When to use: as the executor of a game: `setExecutor(pool)`, and give the same pool to
 * the runtime. Something else can be installed when it implements {@link LocalSpawn}.
 *
 * What wakes is kept apart from what a drain has begun on: work that wakes during a drain
 * waits for the next one, and what a drain leaves over goes before what woke later, in the
 * next drain of the same phase. Among priorities see {@link ReadyLanes}.
 */
export class LocalPool implements LocalSpawn {
  /** For the next drain of `process` or `late`. */
  readonly #woken = new ReadyLanes();
  // A phase that nobody uses costs two words.
  readonly #wokenFor: LanesByPhase = {};
  readonly #batches: LanesByPhase = {};
  #frameBudget = DEFAULT_FRAME_BUDGET_MSEC;

  constructor(options?: LocalPoolOptions) {
    if (options?.frameBudget !== undefined) this.frameBudget = options.frameBudget;
  }

  /** Milliseconds that the ready tasks of one drain may take; one task always advances. */
  get frameBudget(): number {
    return this.#frameBudget;
  }

  set frameBudget(milliseconds: number) {
    if (typeof milliseconds !== "number" || !(milliseconds >= 0)) {
      throw new RangeError(
        `frameBudget needs a number of milliseconds, 0 or more, but got ${quote(milliseconds)}`,
      );
    }
    this.#frameBudget = milliseconds;
  }

  /** How many futures are ready to be advanced. */
  get readyCount(): number {
    let count = this.#woken.length;
    for (const lanes of Object.values(this.#wokenFor)) count += lanes.length;
    for (const lanes of Object.values(this.#batches)) count += lanes.length;
    return count;
  }

  /** Whether nothing is ready. */
  get isEmpty(): boolean {
    if (this.#woken.length > 0) return false;
    for (const phase of PHASES) if (this.hasReadyFor(phase)) return false;
    return true;
  }

  spawnLocal(future: LocalFuture): void {
    const { phase } = future;
    if (phase === undefined) this.#woken.push(future);
    else lanesOf(this.#wokenFor, phase).push(future);
  }

  /** @internal What the drains of a phase have begun on, and not finished. */
  batch(phase: Phase): ReadyLanes {
    return lanesOf(this.#batches, phase);
  }

  /** @internal Whether something is ready that only a drain of this phase will advance. */
  hasReadyFor(phase: Phase): boolean {
    return (this.#wokenFor[phase]?.length ?? 0) > 0 || (this.#batches[phase]?.length ?? 0) > 0;
  }

  /** @internal Moves what woke since the last drain to the end of the batch of a phase. */
  takeWoken(batch: ReadyLanes, phase: Phase, random?: () => number): void {
    const own = this.#wokenFor[phase];
    if (own !== undefined) takeAll(batch, own, random);
    if (phase === "process" || phase === "late") takeAll(batch, this.#woken, random);
  }

  /** @internal Forgets all ready work. */
  clear(): void {
    this.#woken.clear();
    for (const lanes of Object.values(this.#wokenFor)) lanes.clear();
    for (const lanes of Object.values(this.#batches)) lanes.clear();
  }
}

function lanesOf(byPhase: LanesByPhase, phase: Phase): ReadyLanes {
  let lanes = byPhase[phase];
  if (lanes === undefined) {
    lanes = new ReadyLanes();
    byPhase[phase] = lanes;
  }
  return lanes;
}

function takeAll(batch: ReadyLanes, woken: ReadyLanes, random?: () => number): void {
  if (woken.length === 0) return;
  if (random !== undefined) woken.shuffle(random);
  batch.append(woken);
}
