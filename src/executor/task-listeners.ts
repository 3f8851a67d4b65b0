import type { Host } from "./host";
import type { Task } from "./task";

export type SettledListener<T = unknown> = (task: Task<T>) => unknown;
export type ResumableListener<T = unknown> = (task: Task<T>) => void;
export type ProgressListener = (fraction: number, note: string) => void;

/** Is told of a task what it has a method for. */
export interface TaskFollower {
  /** Returns true where it has taken care of a failure. */
  settled?(task: Task<never>): unknown;
  becameResumable?(task: Task<never>): void;
  progressed?(fraction: number, note: string): void;
}

/** Who wants to hear of a task, apart from it since most tasks have nobody. */
export class TaskListeners {
  readonly #host: Host;
  // Mostly there is one, for which a set would be 150 ns too dear.
  #first: TaskFollower | undefined;
  #others: Set<TaskFollower> | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Adds one that isn't there yet. */
  add(follower: TaskFollower): void {
    if (this.#first === undefined && this.#others === undefined) {
      this.#first = follower;
      return;
    }
    this.#others ??= new Set();
    this.#others.add(follower);
  }

  /** Adds one, and returns the function that takes it away. */
  listen(follower: TaskFollower): () => void {
    this.add(follower);
    return () => this.#remove(follower);
  }

  /** Tells of the end. Returns whether a listener has taken care of a failure. */
  settled(task: Task): boolean {
    const first = this.#first;
    let isHandled = first !== undefined && this.#tellEnd(first, task);
    if (this.#others === undefined) return isHandled;
    for (const follower of this.#others) if (this.#tellEnd(follower, task)) isHandled = true;
    return isHandled;
  }

  becameResumable(task: Task): void {
    for (const follower of this.#all()) {
      this.#guard(() => follower.becameResumable?.(task as Task<never>));
    }
  }

  progressed(fraction: number, note: string): void {
    for (const follower of this.#all()) {
      this.#guard(() => follower.progressed?.(fraction, note));
    }
  }

  #remove(follower: TaskFollower): void {
    if (this.#first === follower) this.#first = undefined;
    else this.#others?.delete(follower);
  }

  *#all(): Generator<TaskFollower, void> {
    if (this.#first !== undefined) yield this.#first;
    if (this.#others !== undefined) yield* this.#others;
  }

  #tellEnd(follower: TaskFollower, task: Task): boolean {
    try {
      // A task tells its own listeners alone, so the type of its result fits.
      return follower.settled?.(task as Task<never>) === true;
    } catch (error) {
      this.#host.reportError(error);
      return false;
    }
  }

  #guard(tell: () => void): void {
    try {
      tell();
    } catch (error) {
      this.#host.reportError(error);
    }
  }
}
