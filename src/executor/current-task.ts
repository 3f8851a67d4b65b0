import { AsyncResource } from "node:async_hooks";
import { ambientOwner, enterOwner } from "./ambient-owner";
import type { Scope } from "./scope";
import type { Task } from "./task";
import { livingOwner, type TaskOwner } from "./task-owner";

/** Where the host says whose code runs, when that isn't what is ambient. */
export interface Callbacks {
  /** Its first element is 0 except in a callback of the host's. */
  readonly running: Int32Array;

  /**
   * Whose callback it is; undefined when it is nobody's, `"ambient"` when it belongs to the code
   * that called it. The host forgets what is made ambient from then on when the callback ends.
   */
  enter(): Scope | undefined | "ambient";
}

const NO_CALLBACKS: Callbacks = { running: new Int32Array(1), enter: () => "ambient" };

let callbacks = NO_CALLBACKS;

/** Has tasks and waits that are begun in callbacks of the host belong to whom it says. */
export function setCallbacks(given: Callbacks | undefined): void {
  callbacks = given ?? NO_CALLBACKS;
}

/** The task whose code runs now, through all its awaits; undefined outside of any task. */
export function currentTask(): Task | undefined {
  if (callbacks.running[0] !== 0) enterCallback();
  const owner = ambientOwner();
  return owner?.kind === "task" ? owner : undefined;
}

/**
 * What tasks and waits that are begun here belong to: the current task or scope, or where that has
 * ended, the nearest of its ancestors that lives.
 */
export function currentOwner(): TaskOwner | undefined {
  // Hot: outside of callbacks this costs one load.
  if (callbacks.running[0] !== 0) enterCallback();
  return livingOwner(ambientOwner());
}

/** {@link currentOwner}, if it is a task. */
export function owningTask(): Task | undefined {
  const owner = currentOwner();
  return owner?.kind === "task" ? owner : undefined;
}

/** Makes the owner of the running callback ambient, once, for the rest of it. */
function enterCallback(): void {
  callbacks.running[0] = 0;
  const owner = callbacks.enter();
  if (owner !== "ambient") enterOwner(owner);
}

/** Leaves the running callback for code that belongs to somebody else. */
export function leaveCallback(): number {
  const { running } = callbacks;
  const outer = running[0] ?? 0;
  running[0] = 0;
  return outer;
}

/** @param outer what {@link leaveCallback} returned. */
export function returnToCallback(outer: number): void {
  callbacks.running[0] = outer;
}

/**
 * The body of a task that is started later, and all that is ambient where it was spawned: the body sees
 * the AsyncLocalStorages of that code.
 *
 * Hot: keeping and entering it costs 65 ns on Node 24, `AsyncLocalStorage.run` 260.
 */
export class TaskStart<R> extends AsyncResource {
  readonly #body: (task: Task) => R;

  constructor(body: (task: Task) => R) {
    super("Task");
    this.#body = body;
  }

  /** Runs the body, as the code of the task. */
  run(task: Task): R {
    return this.runInAsyncScope(enter<R>, undefined, task, this.#body);
  }

  /** Runs other code as that of the task. */
  enter<T>(task: Task, code: (task: Task) => T): T {
    return this.runInAsyncScope(enter<T>, undefined, task, code);
  }
}

function enter<R>(task: Task, body: (task: Task) => R): R {
  enterOwner(task);
  return body(task);
}
