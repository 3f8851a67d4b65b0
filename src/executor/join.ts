import type { Task } from "./task";
import { ParkedWait } from "./wait";

/** Waits, as part of one task, until another has ended. */
export class JoinWait<T> extends ParkedWait<T> {
  readonly #joined: Task<T>;
  readonly #mode: "result" | "end";
  #unlisten: (() => void) | undefined;

  /** @param mode whether the wait ends as the task did, or only when it did. */
  constructor(joined: Task<T>, mode: "result" | "end") {
    super(undefined);
    this.#joined = joined;
    this.#mode = mode;
  }

  /** The task itself may be stuck. */
  override get endsByItself(): boolean {
    return true;
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
