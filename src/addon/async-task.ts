import { RefCounted, type Signal, type Variant } from "godot";
import type { Task } from "../executor";
import { method } from "./method";
import { property } from "./property";
import { register } from "./register";
import { t } from "./schema";
import { signal } from "./signal";
import { setTaskClass } from "./task-object";

/** What GDScript gets of an async method: the class `AsyncTask`. */
export interface AsyncTask extends RefCounted {
  readonly task: Task | undefined;
}

type AsyncTaskClass = new () => AsyncTask & { follow(task: Task): void };

const classes = new Map<string, AsyncTaskClass>();

/** Registers `<prefix>AsyncTask`, once, and has it stand for the tasks of the next runtime. */
export function registerAsyncTask(prefix: string): void {
  const name = `${prefix}AsyncTask`;
  const Class = classes.get(name) ?? define(name);
  classes.set(name, Class);
  setTaskClass(name, (task) => {
    const object = new Class();
    object.follow(task);
    return object;
  });
}

function define(name: string): AsyncTaskClass {
  /**
   * A task of TypeScript's, seen from GDScript: what a call of an async method gives.
   *
   * @example
   * ```gdscript
   * var score = await board.refresh().completed
   * ```
   */
  @register({ name, tool: true })
  class AsyncTask extends RefCounted {
    /** The task has ended: with its result, or with null after a failure or a cancellation. */
    @signal(t.variant) readonly completed!: Signal<[result: Variant]>;
    /** The task has failed. `completed` follows. */
    @signal(t.string) readonly failed!: Signal<[error: string]>;
    /** The task was cancelled. `completed` follows. */
    @signal() readonly cancelled!: Signal<[]>;
    /** The task waits for `resume`. */
    @signal() readonly resumable!: Signal<[]>;

    task: Task | undefined;

    follow(task: Task): void {
      this.task = task;
      task.onResumable(() => this.resumable.emit());
      // The listener holds this object, and the executor the listener.
      task.onSettled(() => {
        if (task.state === "failed") this.failed.emit(this.error);
        if (task.state === "cancelled") this.cancelled.emit();
        this.completed.emit(this.result);
      });
    }

    /** The result at once when the task has ended, else the signal to await. */
    @method({ returns: t.variant })
    wait(): never {
      return (this.task?.isSettled === true ? this.result : this.completed) as never;
    }

    /** Whether the task waits for `resume`, or with `extended` also whether it is still going. */
    @method({ args: [t.optional(t.bool, false)], returns: t.bool })
    isValid(extended?: boolean): boolean {
      const { task } = this;
      if (task === undefined || task.isSettled) return false;
      return task.isResumable || extended === true;
    }

    /**
     * Gives a resumable task the value that it waits for, and returns this. Does nothing to a task
     * that waits for something else, and returns the result of one that has ended.
     */
    @method({ args: [t.optional(t.variant, null)], returns: t.variant })
    resume(value?: unknown): never {
      if (this.task?.isSettled === true) return this.result as never;
      this.task?.resume(value);
      return this as never;
    }

    /** Cancels the task: its wait ends, its cleanup runs. Harmless when it has ended. */
    @method()
    cancel(): void {
      this.task?.cancel("cancelled from GDScript");
    }

    /** `queued`, `running`, `cancelling`, `completed`, `failed` or `cancelled`. */
    @property(t.string)
    get state(): string {
      return this.task?.state ?? "cancelled";
    }

    /** What the task completed with; null before, and after a failure or a cancellation. */
    @property(t.variant)
    get result(): never {
      return (this.task?.state === "completed" ? this.task.result : null) as never;
    }

    /** The message of the error that the task failed with; empty otherwise. */
    @property(t.string)
    get error(): string {
      return this.task?.state === "failed" ? String(this.task.error) : "";
    }

    /** What the task is called in messages, such as `Coin.collect`. */
    @property(t.string)
    get name(): string {
      return this.task?.name ?? "";
    }
  }
  return AsyncTask as unknown as AsyncTaskClass;
}
