import { currentTask } from "./current-task";
import { type Outlook, outlookOfTask } from "./outlook";
import { newParking } from "./parking";
import type { Task } from "./task";
import { ParkedWait } from "./wait";

/**
 * Waits for the end of a task: as part of the current one, or in code outside of any.
 *
 * @param mode - `result`: it ends as the task did; `end`: only when it did
 */
export function joinTask<T>(joined: Task<T>, mode: "result" | "end"): Promise<T> {
  const current = currentTask();
  if (current !== undefined && !joined.isSettled) {
    if (current !== (joined as Task)) return new JoinWait(joined, mode).begin();
    return Promise.reject(new Error(`task "${joined.name}" waits for its own end`));
  }
  return new Promise<T>((resolve, reject) => {
    joined.onSettled((task) => {
      if (task.state === "completed" || mode === "end") resolve(task.result as T);
      else reject(task.error);
    });
  });
}

/** Waits, as part of one task, until another has ended. */
class JoinWait<T> extends ParkedWait<T> {
  readonly parking = newParking(this, undefined);
  readonly #joined: Task<T>;
  readonly #mode: "result" | "end";
  #unlisten: (() => void) | undefined;

  /** @param mode whether the wait ends as the task did, or only when it did. */
  constructor(joined: Task<T>, mode: "result" | "end") {
    super();
    this.#joined = joined;
    this.#mode = mode;
  }

  override get outlook(): Outlook {
    return outlookOfTask(this.#joined as Task);
  }

  protected list(): void {
    this.#unlisten = this.#joined.onSettled((task) => {
      if (task.state === "completed" || this.#mode === "end") this.settle(task.result as T);
      else this.fail(task.error);
    });
  }

  protected unlist(): void {
    this.#unlisten?.();
  }

  protected describe(): string {
    return `the end of task "${this.#joined.name}"`;
  }
}
