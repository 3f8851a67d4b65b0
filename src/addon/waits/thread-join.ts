import type { Thread, Variant } from "godot";
import { native } from "../../godot";
import { EngineWork } from "./engine-work";

/** The end of a Thread. */
export class ThreadJoin extends EngineWork<Variant> {
  readonly #thread: Thread;

  constructor(thread: Thread) {
    super();
    this.#thread = thread;
  }

  override describe(): string {
    return `the end of ${native.stringify(this.#thread)}`;
  }

  protected override start(): void {
    this.#requireStarted();
  }

  protected override isDone(): boolean {
    return !this.#thread.isAlive();
  }

  protected override collect(): Variant {
    this.#requireStarted();
    return this.#thread.waitToFinish();
  }

  #requireStarted(): void {
    if (this.#thread.isStarted()) return;
    throw new RangeError(
      `joined(thread): ${native.stringify(this.#thread)} was never started, or has been joined already`,
    );
  }
}
