import { Node, RefCounted, type Signal, type Variant } from "godot";
import type { Task, TaskFollower } from "../../executor";
import { native } from "../../godot";
import { method } from "../classes/method";
import { property } from "../classes/property";
import { register } from "../classes/register";
import { type Schema, t } from "../classes/schema";
import { signal } from "../classes/signal";
import { isQuitting } from "../driver/quitting";
import { reportError } from "../log/report";
import { bindTask } from "./bind-task";
import { dropConnections } from "./drop-connections";
import { keepPendingAwaits } from "./pending-awaits";
import { setTaskClass } from "./task-object";

/** What GDScript gets of an async method: the class `AsyncTask`. */
export interface AsyncTask extends RefCounted {
  readonly task: Task | undefined;
}

const signalNames = ["completed", "failed", "cancelled", "resumable", "progressed"];

type AsyncTaskClass = new () => AsyncTask & { follow(task: Task): void };

const classes = new Map<string, AsyncTaskClass>();

/** Registers `<prefix>AsyncTask`, once, and has it stand for the tasks of the next runtime. */
export function registerAsyncTask(prefix: string): void {
  const name = `${prefix}AsyncTask`;
  // It has no fields that a constructor would set, and each call of an async method makes one.
  const Class = classes.get(name) ?? native.bareConstructor(define(name));
  classes.set(name, Class);
  setTaskClass(name, (task) => {
    const object = new Class();
    object.follow(task);
    return object;
  });
}

function define(name: string): AsyncTaskClass {
  const object = t.object(RefCounted);
  /** The class that is being defined. */
  const self: Schema<RefCounted> = {
    ...object,
    describe: (member) => ({ ...object.describe(member), className: name }),
  };

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
    @signal({ result: t.variant })
    get completed(): Signal<[result: Variant]> {
      return ofDecorator();
    }
    /** The task has failed. `completed` follows. */
    @signal({ error: t.string })
    get failed(): Signal<[error: string]> {
      return ofDecorator();
    }
    /** The task was cancelled. `completed` follows. */
    @signal()
    get cancelled(): Signal<[]> {
      return ofDecorator();
    }
    /** The task waits for `resume`. */
    @signal()
    get resumable(): Signal<[]> {
      return ofDecorator();
    }
    /** The task has told how far it has come: a fraction of 0 to 1, and what it is doing. */
    @signal({ fraction: t.float, note: t.string })
    get progressed(): Signal<[fraction: number, note: string]> {
      return ofDecorator();
    }

    declare task: Task | undefined;

    follow(task: Task): void {
      this.task = task;
      // The executor holds the teller, and that this object, until the task has settled.
      task.follow(new Teller(this));
    }

    /** The result at once when the task has ended, else the signal to await. */
    @method({ returns: t.variant })
    wait(): never {
      return (this.task?.isSettled === false ? this.completed : this.result) as never;
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

    /**
     * Cancels the task when a node leaves the tree for good, or is freed, and returns this. A node that
     * is back at the end of the frame has not left.
     *
     * @example
     * ```gdscript
     * var coins: int = await bank.count_slowly(20).bind_to(self).completed
     * ```
     */
    @method({ args: [t.object(Node)], returns: self })
    bindTo(node: Node): RefCounted {
      if (this.task !== undefined) bindTask(this.task, node);
      return this;
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

/** What a getter is for that `@signal` takes the place of. */
function ofDecorator(): never {
  throw new Error("@signal takes the place of this getter");
}

interface TaskObject extends AsyncTask {
  readonly completed: Signal<[result: unknown]>;
  readonly failed: Signal<[error: string]>;
  readonly cancelled: Signal<[]>;
  readonly resumable: Signal<[]>;
  readonly progressed: Signal<[fraction: number, note: string]>;
  readonly result: unknown;
  readonly error: string;
}

/** Emits the signals of an object for what its task tells. */
class Teller implements TaskFollower {
  readonly #object: TaskObject;

  constructor(object: TaskObject) {
    this.#object = object;
  }

  settled(task: Task): void {
    const object = this.#object;
    // A task that hasn't begun is cancelled within the call that does so: whoever cancels it, and
    // then awaits `completed`, must not be too late.
    if (task.state === "cancelled") queueMicrotask(() => tellEnd(object));
    else tellEnd(object);
  }

  becameResumable(): void {
    this.#object.resumable.emit();
  }

  progressed(fraction: number, note: string): void {
    this.#object.progressed.emit(fraction, note);
  }
}

/** Says that a task has ended, for the last time. */
function tellEnd(object: TaskObject): void {
  if (!isQuitting()) {
    emitEnd(object);
    dropConnections(object, signalNames);
    native.leaveToEngine(object);
    return;
  }
  // Told of its end, GDScript would go on with null in a game that is half gone.
  keepPendingAwaits([object.completed, object.failed, object.cancelled, object.resumable]);
  dropConnections(object, signalNames);
}

/** Emits what there is to say of the end of a task, `completed` last. */
function emitEnd(object: TaskObject): void {
  const { task } = object;
  if (task?.state === "failed") object.failed.emit(object.error);
  if (task?.state === "cancelled") object.cancelled.emit();
  try {
    // Not by the signal, which would have to be made first.
    object.emitSignal("completed", object.result as Variant);
  } catch (error) {
    // It is nothing that GDScript could have: but its await must end.
    reportError(error, `the result of task "${task?.name}"`);
    object.completed.emit(null);
  }
}
