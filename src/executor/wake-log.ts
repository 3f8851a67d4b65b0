import type { LocalFuture } from "./local-spawn";
import { Parking } from "./parking";
import type { Phase } from "./phase";
import { Task } from "./task";

/** That a task went on, or began. */
export interface Wake {
  /** How many frames had begun. */
  readonly frame: number;
  readonly phase: Phase;
  /** The name of the task; for a wait outside of any task, and for foreign futures, the empty string. */
  readonly task: string;
  /** Tells tasks of the same name apart: its number in the order in which they were started. */
  readonly id: number;
  /** The name of the wait that has ended; `spawn` where the task begins. */
  readonly wait: string;
}

/** In which order tasks went on, and the seed that decided it. Can be kept as JSON. */
export interface WakeLog {
  readonly seed: number | undefined;
  readonly wakes: readonly Wake[];
}

/** The tasks of a game go on in another order than in the one that was recorded. */
export class WakeOrderError extends Error {
  override readonly name = "WakeOrderError";

  /** @param index - which wake it is, from 0 */
  constructor(index: number, recorded: Wake | undefined, now: Wake | undefined) {
    super(
      `the wake order differs from the recorded one at wake ${index}: recorded was ${inWords(recorded)}, now ${inWords(now)}`,
    );
  }
}

/** What the future that is about to be advanced is called in a {@link WakeLog}. */
export function wakeOf(future: LocalFuture, frame: number, phase: Phase): Wake {
  if (future instanceof Task) {
    return { frame, phase, task: future.name, id: future.id, wait: "spawn" };
  }
  const task = future instanceof Parking ? future.task : undefined;
  return { frame, phase, task: task?.name ?? "", id: task?.id ?? 0, wait: future.name };
}

/** Compares wakes, as they come, with those of a log. */
export class WakeReplay {
  readonly #wakes: readonly Wake[];
  #next = 0;
  #difference: WakeOrderError | undefined;
  #hasFailed = false;

  constructor(log: WakeLog) {
    this.#wakes = log.wakes;
  }

  /** Whether a difference was thrown. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  compare(wake: Wake): void {
    const index = this.#next++;
    const recorded = this.#wakes[index];
    if (recorded !== undefined && isSame(recorded, wake)) return;
    this.#difference ??= new WakeOrderError(index, recorded, wake);
  }

  /** @throws WakeOrderError when a wake was another than in the log. */
  assertSame(): void {
    if (this.#difference === undefined) return;
    this.#hasFailed = true;
    throw this.#difference;
  }

  /** @throws WakeOrderError when the log has wakes that have not come. */
  assertOver(): void {
    const recorded = this.#wakes[this.#next];
    if (recorded !== undefined) {
      this.#difference ??= new WakeOrderError(this.#next, recorded, undefined);
    }
    this.assertSame();
  }
}

function isSame(a: Wake, b: Wake): boolean {
  return (
    a.frame === b.frame &&
    a.phase === b.phase &&
    a.task === b.task &&
    a.id === b.id &&
    a.wait === b.wait
  );
}

function inWords(wake: Wake | undefined): string {
  if (wake === undefined) return "none";
  const { frame, phase, task, id, wait } = wake;
  const who = task === "" ? "code outside of any task" : `task "${task}" (number ${id})`;
  return `${who} after ${wait} in frame ${frame}, ${phase}`;
}
