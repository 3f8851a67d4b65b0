import { awaited } from "./awaited";
import { LinkedList } from "./linked-list";
import { ParkedList } from "./parked-list";
import type { Parking } from "./parking";
import type { Runtime } from "./runtime";
import type { Task } from "./task";
import type { TaskOwner } from "./task-owner";

/**
 * The place of a task in the tree: what it belongs to, the tasks that it started, and the waits that
 * it is parked in. Each end of a task leaves it, and passes on what goes on without it.
 */
export abstract class TaskNode {
  /** @internal */
  readonly runtime: Runtime;
  /** @internal The waits that the task is parked in. */
  readonly waits = new ParkedList();
  /** @internal */
  previous: TaskOwner | undefined;
  /** @internal */
  next: TaskOwner | undefined;
  #parent: TaskOwner | undefined;
  #owned: LinkedList<TaskOwner> | undefined;

  constructor(parent: TaskOwner | undefined, runtime: Runtime) {
    this.#parent = parent;
    this.runtime = runtime;
    (parent ?? runtime).own(this.asTask);
  }

  /**
   * What the task belongs to: the task that started it, or a scope, such as that of a node. When a
   * task ends first, its own parent takes its place.
   */
  get parent(): TaskOwner | undefined {
    return this.#parent;
  }

  /** The tasks that this one started and that live, in the order they were started. */
  get children(): Iterable<Task> {
    const owned = this.#owned;
    return owned === undefined ? [] : [...owned].filter((each) => each.kind === "task");
  }

  /** What the task waits for, in words; undefined when it isn't in a wait of ours. */
  get waitsFor(): string | undefined {
    return awaited(this.waits)[0]?.name;
  }

  /** Whether the scope that the task belongs to can process; true when it belongs to none. */
  canProcess(): boolean {
    return this.#parent?.canProcess() ?? true;
  }

  /** @internal Whether the task did nothing more than enter a wait when it was started. */
  get isParked(): boolean {
    return this.waits.first !== undefined;
  }

  /** @internal Whether a wait of the task has ended and is about to be delivered. */
  get isReady(): boolean {
    for (const wait of this.waits) if (wait.isReady) return true;
    return false;
  }

  /** @internal What belongs to the task, if anything ever did. */
  get owned(): LinkedList<TaskOwner> | undefined {
    return this.#owned;
  }

  /** @internal */
  addWait(wait: Parking): void {
    this.waits.add(wait);
  }

  /** @internal */
  removeWait(wait: Parking): void {
    this.waits.remove(wait);
  }

  /** @internal */
  own(owned: TaskOwner): void {
    this.#owned ??= new LinkedList();
    this.#owned.add(owned);
  }

  /** @internal */
  disown(owned: TaskOwner): void {
    this.#owned?.remove(owned);
  }

  /** @internal Gives the task, whose parent has ended, to the parent's own. */
  moveTo(parent: TaskOwner | undefined): void {
    const task = this.asTask;
    this.#parent = parent;
    (parent ?? this.runtime).own(task);
    if (parent?.kind === "scope" && parent.closing !== undefined) task.cancel(parent.closing);
    // What a cleanup has started and not waited for.
    else if (this.runtime.isTerminating) task.cancel("the runtime is terminating");
  }

  /**
   * Takes the task, which has ended, out of the tree. What it owns goes to its parent.
   *
   * @param waits - what becomes of the waits it was in: they are the parent's, or are forgotten
   */
  protected leaveTree(waits: "pass on" | "forget"): void {
    const parent = this.#parent;
    if (this.waits.first !== undefined) leaveWaits(this, waits);
    (parent ?? this.runtime).disown(this.asTask);
    const owned = this.#owned;
    if (owned?.first === undefined) return;
    for (const each of owned) {
      owned.remove(each);
      each.moveTo(parent);
    }
  }

  /** Only tasks are made of this. */
  protected get asTask(): Task {
    return this as unknown as Task;
  }
}

// A function, as private methods make every task larger by a field.
function leaveWaits({ waits, parent }: TaskNode, what: "pass on" | "forget"): void {
  for (const { wait } of waits) {
    if (what === "forget") wait.drop();
    else wait.moveTo(parent);
  }
}
