import { type Callable, WorkerThreadPool } from "godot";
import { EngineWork } from "./engine-work";

/** A group of tasks of the engine's thread pool, one for each element. */
export class GroupTask extends EngineWork<void> {
  readonly #callable: Callable;
  readonly #count: number;
  readonly #tasksNeeded: number;
  readonly #highPriority: boolean;
  readonly #description: string;
  #id = 0;

  constructor(
    callable: Callable,
    count: number,
    tasksNeeded: number,
    highPriority: boolean,
    description: string | undefined,
  ) {
    super();
    this.#callable = callable;
    this.#count = count;
    this.#tasksNeeded = tasksNeeded;
    this.#highPriority = highPriority;
    this.#description = description ?? callable.getMethod();
  }

  override describe(): string {
    return `the thread pool's group "${this.#description}" of ${this.#count}`;
  }

  protected override start(): void {
    this.#id = WorkerThreadPool.addGroupTask(
      this.#callable,
      this.#count,
      this.#tasksNeeded,
      this.#highPriority,
      this.#description,
    );
  }

  protected override isDone(): boolean {
    return WorkerThreadPool.isGroupTaskCompleted(this.#id);
  }

  protected override fraction(): number {
    return WorkerThreadPool.getGroupProcessedElementCount(this.#id) / this.#count;
  }

  /** The engine itself hangs at exit when nobody has waited for a group. */
  protected override canFinish(): boolean {
    return true;
  }

  protected override collect(): void {
    WorkerThreadPool.waitForGroupTaskCompletion(this.#id);
  }
}
