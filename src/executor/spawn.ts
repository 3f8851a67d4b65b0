import { currentOwner, currentTask } from "./current-task";
import { getExecutor } from "./executor";
import { PRIORITIES, type Priority } from "./priority";
import { quote } from "./quote";
import { Runtime } from "./runtime";
import type { Scope } from "./scope";
import { SpawnError } from "./spawn-error";
import { Task, type TaskBody } from "./task";
import type { TaskOwner } from "./task-owner";

export interface SpawnOptions {
  /** What to call the task where it is shown. By default, the name of the function. */
  readonly name?: string | undefined;
  /**
   * `queued`: the body runs in the next drain, so that the caller can listen to the task
   * before anything happens. `now`: it runs to its first await within the call.
   */
  readonly start?: "queued" | "now" | undefined;
  /**
   * What the task belongs to, and is cancelled with. By default, the task or the node in whose code
   * it is started; `null` means nobody, so that only {@link Task.cancel} and the end of the
   * runtime end it.
   */
  readonly scope?: Scope | null | undefined;
  /**
   * How soon it goes on, beside others that are ready in the same drain. None is starved: a priority
   * that a drain has left without a turn gets the first turn of the next. By default that of the
   * task it is started in, else `normal`.
   */
  readonly priority?: Priority | undefined;
}

/**
 * Starts a task: a function, usually async, that runs beside everything else. It belongs
 * to the task or the node in whose code it is started, and is cancelled along with it.
 *
 * @throws SpawnError when there is no executor or no runtime to run it.
 *
 * @example
 * const patrol = spawn(async () => {
 *   while (true) {
 *     await walkTo(tower);
 *     await sleep(2);
 *   }
 * }, { name: "patrol" });
 * patrol.cancel("night has come");
 */
export function spawn<T>(body: TaskBody<T>, options?: SpawnOptions): Task<T> {
  const scope = options?.scope;
  return startTask(body, options, scope === undefined ? currentOwner() : (scope ?? undefined));
}

/** @internal Starts a task that belongs to `owner`. */
export function startTask<T>(
  body: TaskBody<T>,
  options: SpawnOptions | undefined,
  owner: TaskOwner | undefined,
): Task<T> {
  if (typeof body !== "function") {
    throw new TypeError(`spawn(body) needs a function to run, but got ${quote(body)}`);
  }
  const start = options?.start ?? "queued";
  if (start !== "queued" && start !== "now") {
    throw new TypeError(`spawn's start is "queued" or "now", but got ${quote(start)}`);
  }
  if (owner !== undefined) requireLiving(owner);
  const priority = options?.priority ?? owner?.priority ?? "normal";
  if (!PRIORITIES.includes(priority)) {
    throw new TypeError(
      `spawn's priority is one of ${PRIORITIES.map(quote).join(", ")}, but got ${quote(priority)}`,
    );
  }
  const runtime = owner?.runtime ?? currentRuntime();
  if (runtime.isTerminating && !isCleanup(owner)) {
    throw new SpawnError("terminated", "the runtime is terminating: no more tasks can be started");
  }
  const executor = getExecutor();
  const task = new Task(body, options?.name ?? body.name, owner, runtime, executor, priority);
  if (start === "now") {
    task.pollNow();
    return task;
  }
  try {
    executor.spawnLocal(task);
  } catch (error) {
    task.cancel(error);
    if (error instanceof SpawnError) throw error;
    throw new SpawnError("refused", `the executor refused task "${task.name}"`, { cause: error });
  }
  return task;
}

/** @throws SpawnError when there is none that lives. */
export function currentRuntime(): Runtime {
  const runtime = Runtime.tryCurrent();
  if (runtime !== undefined) return runtime;
  throw Runtime.wasTerminated
    ? new SpawnError("terminated", "the runtime is terminated: register it again to start tasks")
    : new SpawnError("noRuntime", "no runtime is entered: nothing would run this task");
}

/** Whether what is started there is part of a task's cleanup: while the runtime ends, nothing else lives. */
function isCleanup(owner: TaskOwner | undefined): boolean {
  let around = owner;
  while (around?.kind === "scope") around = around.parent;
  return around !== undefined;
}

function requireLiving(owner: TaskOwner): void {
  if (owner.kind === "scope") {
    if (owner.closing === undefined) return;
    // A task that was cancelled along with its group shall end as that, not as failed.
    if (currentTask()?.state === "cancelling") throw owner.closing;
    throw new SpawnError(
      "refused",
      `${owner.name} can start no more tasks: ${owner.closing.message}`,
      { cause: owner.closing },
    );
  }
  if (!owner.isSettled) return;
  throw new SpawnError("refused", `task "${owner.name}" was cancelled and can start no more tasks`);
}
