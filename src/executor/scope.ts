import { CancelledError } from "./cancelled-error";
import { type Linked, LinkedList } from "./linked-list";
import { ParkedList } from "./parked-list";
import type { Parking } from "./parking";
import type { Priority } from "./priority";
import type { Runtime } from "./runtime";
import { type SpawnOptions, startTask } from "./spawn";
import type { Task, TaskBody } from "./task";
import { familyOf, type TaskOwner } from "./task-owner";

export interface ScopeOptions {
  /** What the scope itself is cancelled with. By default nothing. */
  readonly parent?: TaskOwner | undefined;
}

/**
 * What tasks belong to beside a task: they are cancelled together.
 *
 * When to use: for tasks that end with a thing of the game's own, such as a level or a match. For
 * those that end with a node there is `scopeOf(node)`, for those that end with a block of code,
 * {@link taskGroup}.
 *
 * @example
 * const match = new Scope("match");
 * match.spawn(() => countDown());
 * match.cancel("the players left");
 */
export class Scope implements Linked<TaskOwner> {
  readonly #name: string;
  /** @internal */
  previous: TaskOwner | undefined;
  /** @internal */
  next: TaskOwner | undefined;
  /** @internal What belongs to the scope, in the order it was started. */
  readonly owned = new LinkedList<TaskOwner>();
  /** @internal The waits of code that belongs to the scope, and to none of its tasks. */
  readonly waits = new ParkedList();
  #parent: TaskOwner | undefined;
  #isHeld = false;
  #askedIn = -1;
  #couldProcess = true;
  #wasEmpty = true;
  /** Where the scope is listed, which it is only while something belongs to it, or it is held. */
  #home: TaskOwner | Runtime | undefined;
  #runtime: Runtime | undefined;
  #closing: CancelledError | undefined;

  constructor(name: string, options?: ScopeOptions) {
    this.#name = name;
    this.#parent = options?.parent;
  }

  /** How messages call it. */
  get name(): string {
    return this.#name;
  }

  /** Tells a scope from a {@link Task}. */
  get kind(): "scope" {
    return "scope";
  }

  /** What the scope is cancelled with. When that ends first, its own parent takes its place. */
  get parent(): TaskOwner | undefined {
    return this.#parent;
  }

  /** The living tasks of the scope, without those that they started, in the order of their start. */
  get tasks(): Task[] {
    return [...this.owned].filter((each) => each.kind === "task");
  }

  /** Whether nothing belongs to the scope, neither a task nor a wait. */
  get isEmpty(): boolean {
    return this.owned.first === undefined && this.waits.first === undefined;
  }

  /**
   * Starts a task that belongs to the scope.
   *
   * @throws SpawnError when the scope is over, and where `spawn` throws it.
   */
  spawn<T>(body: TaskBody<T>, options?: Omit<SpawnOptions, "scope">): Task<T> {
    return startTask(body, options, this);
  }

  /**
   * Cancels all that belongs to the scope now. What is started in it later is not affected. Harmless
   * when there is nothing.
   */
  cancel(reason?: unknown): void {
    this.#cancelAll(this.#errorOf(reason));
  }

  /** Cancels all that belongs to the scope, and refuses to start more. Harmless when it did so. */
  close(reason?: unknown): void {
    if (this.#closing !== undefined) return;
    const error = this.#errorOf(reason);
    this.#closing = error;
    this.#cancelAll(error);
  }

  /** Whether time passes for the waits of the scope's tasks: by default as for its parent. */
  canProcess(): boolean {
    return this.#parent?.canProcess() ?? true;
  }

  /** @internal That of the tasks that are started in it. */
  get priority(): Priority | undefined {
    return this.#parent?.priority;
  }

  /** @internal The same, asked once in each turn of a runtime. */
  canProcessIn(turn: number): boolean {
    if (this.#askedIn !== turn) {
      this.#askedIn = turn;
      this.#couldProcess = this.canProcess();
    }
    return this.#couldProcess;
  }

  /** @internal What it was closed with; undefined while tasks can be started in it. */
  get closing(): CancelledError | undefined {
    return this.#closing;
  }

  /** @internal Where the tasks of the scope run; undefined where that isn't settled by them. */
  get runtime(): Runtime | undefined {
    return this.#parent?.runtime ?? this.#runtime;
  }

  /** @internal */
  addWait(wait: Parking): void {
    this.waits.add(wait);
    this.#update(wait.runtime);
  }

  /** @internal */
  removeWait(wait: Parking): void {
    this.waits.remove(wait);
    this.#update(wait.runtime);
  }

  /** @internal */
  own(owned: TaskOwner): void {
    this.owned.add(owned);
    this.#update(owned.runtime);
  }

  /** @internal */
  disown(owned: TaskOwner): void {
    this.owned.remove(owned);
    this.#update(owned.runtime);
  }

  /** @internal Takes a cancellation, for its own waits alone. */
  interrupt(error: CancelledError): void {
    this.waits.interruptAll(error);
  }

  /** @internal Gives the scope, whose parent has ended, to the parent's own. */
  moveTo(parent: TaskOwner | undefined): void {
    this.#parent = parent;
    this.#home = undefined;
    // Whoever held it is gone, too.
    this.#isHeld = false;
    this.#list(this.runtime ?? this.#runtime);
    if (parent?.kind === "scope" && parent.closing !== undefined) this.close(parent.closing);
    else if (this.runtime?.isTerminating === true) this.close("the runtime is terminating");
  }

  /** @internal Told of a task of the scope that failed. */
  taskFailed(_task: Task): void {}

  /** @internal Whether somebody will get the failures of the scope's tasks, so that none is reported. */
  get handlesFailures(): boolean {
    return false;
  }

  /** Called when something begins to belong to the scope, which was empty. */
  protected onFilled(): void {}

  /** Called when nothing belongs to the scope any more. */
  protected onEmptied(): void {}

  /** Refuses to start more tasks from here on, without cancelling those that live. */
  protected markClosed(error: CancelledError): void {
    this.#closing ??= error;
  }

  /** Keeps the scope listed with its parent, so that a cancellation reaches it while it is empty. */
  protected hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
    this.#list(this.runtime);
  }

  #errorOf(reason: unknown): CancelledError {
    if (reason instanceof CancelledError) return reason;
    return new CancelledError(this.name, reason, "tasks");
  }

  #cancelAll(error: CancelledError): void {
    // Children first, so that what was begun last is cleaned up first.
    for (const each of familyOf(this).reverse()) each.interrupt(error);
  }

  /** @param runtime that of what has come, or gone */
  #update(runtime: Runtime | undefined): void {
    const { isEmpty } = this;
    if (isEmpty === this.#wasEmpty) return;
    this.#wasEmpty = isEmpty;
    this.#list(runtime);
    if (isEmpty) this.onEmptied();
    else this.onFilled();
  }

  #list(runtime: Runtime | undefined): void {
    const isListed = this.#home !== undefined;
    const shouldBe = this.#isHeld || !this.isEmpty;
    if (isListed === shouldBe) return;
    if (isListed) {
      this.#home?.disown(this);
      this.#home = undefined;
      this.#runtime = undefined;
      return;
    }
    this.#runtime = runtime;
    this.#home = this.#parent ?? runtime;
    this.#home?.own(this);
  }
}
