import type { Host } from "./host";
import type { Task } from "./task";

export type SettledListener<T = unknown> = (task: Task<T>) => unknown;
export type ResumableListener<T = unknown> = (task: Task<T>) => void;
export type ProgressListener = (fraction: number, note: string) => void;

/** Who wants to hear of a task, apart from it since most tasks have nobody. */
export class TaskListeners {
  readonly #host: Host;
  readonly #settled = new Set<SettledListener<never>>();
  readonly #resumable = new Set<ResumableListener<never>>();
  readonly #progress = new Set<ProgressListener>();

  constructor(host: Host) {
    this.#host = host;
  }

  onSettled(listener: SettledListener<never>): () => void {
    return add(this.#settled, listener);
  }

  onResumable(listener: ResumableListener<never>): () => void {
    return add(this.#resumable, listener);
  }

  onProgress(listener: ProgressListener): () => void {
    const own: ProgressListener = (fraction, note) => listener(fraction, note);
    this.#progress.add(own);
    return () => this.#progress.delete(own);
  }

  /** Tells of the end. Returns whether a listener has taken care of a failure. */
  settled(task: Task): boolean {
    let isHandled = false;
    for (const listener of this.#settled) {
      if (this.#call(listener, task) === true) isHandled = true;
    }
    return isHandled;
  }

  becameResumable(task: Task): void {
    for (const listener of this.#resumable) this.#call(listener, task);
  }

  progressed(fraction: number, note: string): void {
    for (const listener of this.#progress) {
      try {
        listener(fraction, note);
      } catch (error) {
        this.#host.reportError(error);
      }
    }
  }

  #call(listener: SettledListener<never>, task: Task): unknown {
    try {
      // A task tells its own listeners alone, so the type of its result fits.
      return listener(task as Task<never>);
    } catch (error) {
      this.#host.reportError(error);
      return undefined;
    }
  }
}

/** Adds under a wrapper, so that the same function may be added twice. */
function add(listeners: Set<SettledListener<never>>, listener: SettledListener<never>): () => void {
  const own: SettledListener<never> = (task) => listener(task);
  listeners.add(own);
  return () => listeners.delete(own);
}
