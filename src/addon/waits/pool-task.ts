import { type Callable, WorkerThreadPool } from "godot";
import { EngineWork } from "./engine-work";

/** A task of the engine's thread pool. */
export class PoolTask extends EngineWork<void> {
  readonly #callable: Callable;
  readonly #highPriority: boolean;
  readonly #description: string;
  #id = 0;

  constructor(callable: Callable, highPriority: boolean, description: string | undefined) {
    super();
    this.#callable = callable;
    this.#highPriority = highPriority;
    this.#description = description ?? callable.getMethod();
  }

  override describe(): string {
    return `the thread pool's task "${this.#description}"`;
  }

  protected override start(): void {
    this.#id = WorkerThreadPool.addTask(this.#callable, this.#highPriority, this.#description);
  }

  protected override isDone(): boolean {
    return WorkerThreadPool.isTaskCompleted(this.#id);
  }

  /** The engine itself waits for it. */
  protected override canFinish(): boolean {
    return true;
  }

  protected override collect(): void {
    WorkerThreadPool.waitForTaskCompletion(this.#id);
  }
}
