import type { Host } from "./host";
import { type Linked, LinkedList } from "./linked-list";
import type { Task } from "./task";

/** Real milliseconds that a cancelled task has for its cleanup before it is given up. */
export const CANCEL_DEADLINE_MSEC = 250;

class Deadline implements Linked<Deadline> {
  readonly task: Task;
  readonly due: number;
  previous: Deadline | undefined;
  next: Deadline | undefined;

  constructor(task: Task, now: number) {
    this.task = task;
    this.due = now + CANCEL_DEADLINE_MSEC;
  }
}

/**
 * Gives up the cancelled tasks whose cleanup takes too long, with a warning each.
 *
 * Before that, the waits they are in end with the cancellation once more. So a task hears of it that was
 * told by a wait which it has left behind, as the loser of a `Promise.race`, and its `finally`s run.
 */
export class CancelWatch {
  readonly #host: Host;
  /** In the order of their time, which is that of the cancellations. */
  readonly #deadlines = new LinkedList<Deadline>();
  /** Those that were told once more. */
  readonly #lastCalls = new Set<Task>();

  constructor(host: Host) {
    this.#host = host;
  }

  /** Whether there are cancelled tasks that have yet to end. */
  get isWatching(): boolean {
    const deadlines = this.#deadlines;
    for (let first = deadlines.first; first?.task.isSettled === true; first = deadlines.first) {
      deadlines.remove(first);
    }
    return deadlines.first !== undefined || this.#lastCalls.size > 0;
  }

  watch(task: Task): void {
    this.#deadlines.add(new Deadline(task, this.#host.now()));
  }

  giveUpOverdue(): void {
    for (const task of this.#lastCalls) {
      // Until it has been delivered.
      if (task.isReady) continue;
      this.#lastCalls.delete(task);
      task.abandon();
    }
    const now = this.#host.now();
    for (const deadline of this.#deadlines) {
      if (deadline.due > now) return;
      this.#deadlines.remove(deadline);
      const { task } = deadline;
      if (task.isSettled) continue;
      // A task that is only kept waiting by the budget, or by a long frame, isn't at fault.
      if (task.isReady) this.watch(task);
      else this.callLast(task);
    }
  }

  /** Gives up a task at once. */
  giveUp(task: Task): void {
    if (task.isSettled) return;
    if (!this.#lastCalls.delete(task)) this.#warn(task);
    task.abandon();
  }

  /** Tells a task once more, before it is given up; at once where it isn't in a wait. */
  callLast(task: Task): void {
    if (task.isSettled || this.#lastCalls.has(task)) return;
    if (!task.isParked) {
      this.giveUp(task);
      return;
    }
    this.#warn(task);
    this.#lastCalls.add(task);
    task.interruptAgain();
  }

  #warn(task: Task): void {
    const what = task.waitsFor ?? "something that isn't a wait of the executor";
    this.#host.warn(
      `task "${task.name}" was cancelled, but hasn't ended within ${CANCEL_DEADLINE_MSEC} ms: it still waits for ${what} and is given up`,
    );
  }
}
