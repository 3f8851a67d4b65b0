import type { CancelledError } from "./cancelled-error";
import { currentOwner } from "./current-task";
import type { Outlook } from "./outlook";
import { newParking } from "./parking";
import { Scope } from "./scope";
import type { Task } from "./task";
import { ParkedWait } from "./wait";

export interface TaskGroupOptions {
  /** What to call the group where it is shown; by default its number. */
  readonly name?: string | undefined;
}

let lastId = 0;

/**
 * Makes a group of tasks that ends with a block of code: leaving the block waits for all of them.
 *
 * When to use: for pieces of work that are one thing together. When one of them fails, the others
 * are cancelled, and leaving the block throws the error; an AggregateError where several failed. An
 * error that somebody got by awaiting the task isn't thrown again. The group belongs to the task
 * around it, and is cancelled along with it. A failure in a group that nothing is going to leave, since
 * it was made without `await using`, is reported like that of any other task.
 *
 * The code of the block itself is not cancelled by a failure: what it awaits can take the group's
 * `signal`, or it can be a task of the group too.
 *
 * @example
 * await using group = taskGroup({ name: "wave" });
 * for (const spot of spots) group.spawn(() => attackFrom(spot));
 */
export function taskGroup(options?: TaskGroupOptions): TaskGroup {
  return new TaskGroup(options);
}

/** See {@link taskGroup}. */
export class TaskGroup extends Scope implements AsyncDisposable {
  readonly #failed: Task[] = [];
  readonly #leaving = new Set<EmptyWait>();
  #isToBeLeft = false;
  #controller: AbortController | undefined;

  /** @internal Groups are made by {@link taskGroup}. */
  constructor(options: TaskGroupOptions | undefined) {
    const parent = currentOwner();
    super(groupName(options), { parent });
    if (parent === undefined) return;
    this.hold(true);
    if (parent.kind === "task" && parent.pendingCancellation !== undefined) {
      this.markClosed(parent.pendingCancellation);
    }
  }

  /** Aborted when the group is cancelled or a task of it failed. Made when first asked for. */
  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.closing !== undefined) this.#controller.abort(this.closing);
    }
    return this.#controller.signal;
  }

  /** Cancels the tasks of the group. It starts no more. */
  override cancel(reason?: unknown): void {
    this.close(reason);
  }

  /**
   * Waits for the end of all tasks of the group, those included that are started meanwhile.
   *
   * Rejects with what they failed with, except what somebody awaited; with the CancelledError when
   * the task that waits here is cancelled.
   */
  get [Symbol.asyncDispose](): () => Promise<void> {
    // `await using` asks for it where it is declared: so it is known from there on who will hear of failures.
    this.#isToBeLeft = true;
    return this.#leave;
  }

  /** @internal */
  override interrupt(error: CancelledError): void {
    this.markClosed(error);
    this.#controller?.abort(error);
    super.interrupt(error);
  }

  /** @internal */
  override taskFailed(task: Task): void {
    this.#failed.push(task);
    this.close(task.error);
  }

  /** @internal */
  override get handlesFailures(): boolean {
    return this.#isToBeLeft;
  }

  protected override onEmptied(): void {
    for (const wait of this.#leaving) wait.settle();
  }

  async #leave(): Promise<void> {
    let interruption: unknown;
    while (!this.isEmpty) {
      try {
        await new EmptyWait(this, this.#leaving).begin();
      } catch (error) {
        interruption ??= error;
        this.cancel(error);
      }
    }
    this.close("it has ended");
    this.hold(false);
    const errors = this.#failed.filter((task) => !task.isObserved).map((task) => task.error);
    if (errors.length > 1) {
      throw new AggregateError(errors, `${errors.length} tasks of ${this.name} failed`);
    }
    if (errors.length === 1) throw errors[0];
    if (interruption !== undefined) throw interruption;
  }
}

/** The end of all that belongs to a group. */
class EmptyWait extends ParkedWait<void> {
  readonly parking = newParking(this, undefined);
  readonly #group: TaskGroup;
  readonly #listed: Set<EmptyWait>;

  constructor(group: TaskGroup, listed: Set<EmptyWait>) {
    super();
    this.#group = group;
    this.#listed = listed;
  }

  override get outlook(): Outlook {
    return "unknown";
  }

  protected list(): void {
    this.#listed.add(this);
  }

  protected unlist(): void {
    this.#listed.delete(this);
  }

  protected describe(): string {
    const tasks = this.#group.tasks.map((task) => `"${task.name}"`).join(", ");
    return `the end of ${this.#group.name}: ${tasks}`;
  }
}

function groupName(options: TaskGroupOptions | undefined): string {
  return options?.name === undefined ? `group ${++lastId}` : `group "${options.name}"`;
}
