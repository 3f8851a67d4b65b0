import { checkFraction } from "./progress";
import type { Task } from "./task";
import { type ProgressListener, type TaskFollower, TaskListeners } from "./task-listeners";
import { TaskNode } from "./task-node";
import { ResumeReplacedError, type ResumeWait } from "./until-resume";

/**
 * What a task and the code outside of it tell each other: that it has ended, how far it has come, that
 * it can be resumed, and with which value it is.
 */
export abstract class TaskDialogue<T> extends TaskNode {
  #listeners: TaskListeners | undefined;
  #resumeWait: ResumeWait | undefined;
  #isObserved = false;

  abstract get name(): string;
  abstract get isSettled(): boolean;
  abstract get result(): T | undefined;

  /** Whether the task waits in `untilResume()`. */
  get isResumable(): boolean {
    return this.#resumeWait !== undefined;
  }

  /**
   * Ends the `untilResume()` that the task waits in; the task goes on in the next drain.
   * While it waits for something else the value is dropped, with a warning. When it has
   * ended, this returns its result, otherwise the task itself.
   */
  resume(value?: unknown): this | T | undefined {
    if (this.isSettled) return this.result;
    const wait = this.#resumeWait;
    if (wait === undefined) {
      this.runtime.host.warn(
        `task "${this.name}" was resumed while it doesn't wait in untilResume(): the value is dropped`,
      );
      return this;
    }
    wait.settle(value);
    return this;
  }

  /**
   * Calls a listener when the task has ended, within the call that ends it; at once if it has.
   * A listener that returns `true` has taken care of a failure: it isn't reported.
   * Returns the function that takes the listener away.
   */
  onSettled(listener: (task: Task<T>) => unknown): () => void {
    if (!this.isSettled) return this.#listening().listen({ settled: listener });
    if (listener(this.asTask as Task<T>) === true) this.#isObserved = true;
    return nothing;
  }

  /**
   * Calls a listener each time the task becomes resumable, within the task's own
   * `untilResume()`. Returns the function that takes the listener away.
   */
  onResumable(listener: (task: Task<T>) => void): () => void {
    return this.#listening().listen({ becameResumable: listener });
  }

  /**
   * Tells those who listen how far the task has come: a fraction of 0 to 1, and what it is doing.
   * Within the task, {@link progress} does so. Does nothing when the task has ended.
   *
   * @throws RangeError for a fraction below 0 or above 1.
   */
  progress(fraction: number, note = ""): void {
    checkFraction(fraction);
    if (!this.isSettled) this.#listeners?.progressed(fraction, note);
  }

  /**
   * Calls a listener each time the task tells how far it has come, within that call. Returns the
   * function that takes the listener away.
   */
  onProgress(listener: ProgressListener): () => void {
    return this.#listening().listen({ progressed: listener });
  }

  /** @internal Tells somebody of all there is to tell, to the end; at once of an end that has been. */
  follow(follower: TaskFollower): void {
    if (!this.isSettled) this.#listening().add(follower);
    else if (follower.settled?.(this.asTask as Task<never>) === true) this.#isObserved = true;
  }

  /** @internal Whether somebody has awaited the task, or has taken care of a failure. */
  get isObserved(): boolean {
    return this.#isObserved;
  }

  /** @internal Whether a failure needs no report, since somebody gets it. */
  get isHandled(): boolean {
    const { parent } = this;
    return this.#isObserved || (parent?.kind === "scope" && parent.handlesFailures);
  }

  /** @internal */
  enterResumable(wait: ResumeWait): void {
    const replaced = this.#resumeWait;
    this.#resumeWait = wait;
    if (replaced === undefined) {
      this.#listeners?.becameResumable(this.asTask);
      return;
    }
    replaced.interrupt(new ResumeReplacedError(this.name));
    this.runtime.host.warn(
      `task "${this.name}" called untilResume() while it was waiting in untilResume(): the earlier wait rejects`,
    );
  }

  /** @internal */
  leaveResumable(wait: ResumeWait): void {
    if (this.#resumeWait === wait) this.#resumeWait = undefined;
  }

  /** Somebody has awaited the task, and so gets its failure. */
  protected observe(): void {
    this.#isObserved = true;
  }

  /** Tells of the end, and forgets who listened. */
  protected tellSettled(): void {
    if (this.#listeners?.settled(this.asTask) === true) this.#isObserved = true;
    this.#listeners = undefined;
  }

  #listening(): TaskListeners {
    this.#listeners ??= new TaskListeners(this.runtime.host);
    return this.#listeners;
  }
}

function nothing(): void {}
