import type { Host } from "./host";
import type { Task } from "./task";
import { NOT_QUEUED, type TimerEntry, TimerQueue } from "./timers";

/** Real milliseconds that a cancelled task has for its cleanup before it is given up. */
export const CANCEL_DEADLINE_MSEC = 250;

class Deadline implements TimerEntry {
  readonly task: Task;
  readonly due: number;
  order = 0;
  slot = NOT_QUEUED;

  constructor(task: Task, now: number) {
    this.task = task;
    this.due = now + CANCEL_DEADLINE_MSEC;
  }
}

/** Gives up the cancelled tasks whose cleanup takes too long, with a warning each. */
export class CancelWatch {
  readonly #host: Host;
  readonly #deadlines = new TimerQueue<Deadline>();

  constructor(host: Host) {
    this.#host = host;
  }

  get isWatching(): boolean {
    return this.#deadlines.size > 0;
  }

  watch(task: Task): void {
    this.#deadlines.add(new Deadline(task, this.#host.now()));
  }

  giveUpOverdue(): void {
    const now = this.#host.now();
    for (;;) {
      const deadline = this.#deadlines.takeDue(now);
      if (deadline === undefined) return;
      const { task } = deadline;
      if (task.isSettled) continue;
      // A task that is only kept waiting by the budget, or by a long frame, isn't at fault.
      if (task.isReady) this.#deadlines.add(new Deadline(task, now));
      else this.giveUp(task);
    }
  }

  giveUp(task: Task): void {
    if (task.isSettled) return;
    const what = task.waitsFor ?? "something that isn't a wait of the executor";
    this.#host.warn(
      `task "${task.name}" was cancelled, but hasn't ended within ${CANCEL_DEADLINE_MSEC} ms: it still waits for ${what} and is given up`,
    );
    task.abandon();
  }
}
