import { RefCounted, Signal, type Variant } from "godot";

import {
  newParking,
  ParkedWait,
  type Parking,
  type Task,
  type Wait,
  type WaitOptions,
} from "../../executor";
import { native } from "../../godot";
import { taskOf } from "../for-gdscript/task-object";
import { once } from "./once";
import { SourceListener } from "./source-listener";

/**
 * Waits for the end of a GDScript coroutine, and resolves to its result. Give it what the call of
 * the coroutine returned: one that ended without awaiting anything has returned its result, which is
 * passed on in the next drain.
 *
 * GDScript can't be stopped from outside: when the wait is cancelled, the coroutine goes on, and its
 * result is dropped.
 *
 * When to use: to call a method that is written in either language, in GDScript perhaps by whoever
 * extends your class. Of an async method of TypeScript's the call gives an `AsyncTask`: that is waited
 * for as well, and what it failed with is thrown.
 *
 * Rejects with {@link SourceFreedError} when the object that the coroutine belongs to is freed.
 *
 * @example
 * const answer = await coroutine(npc.call("ask", "the way"));
 */
export function coroutine<T = Variant>(result: Variant, options?: WaitOptions): Wait<T> {
  const task = taskOf(result);
  if (task !== undefined) return endOf<T>(task, result as RefCounted, options);
  return new CoroutineWait<T>(result, options).begin();
}

const owner = "the object that a GDScript coroutine belongs to";

class CoroutineWait<T> extends ParkedWait<T> {
  readonly parking: Parking;
  #result: Variant;
  #source: SourceListener | undefined;

  constructor(result: Variant, options: WaitOptions | undefined) {
    super();
    this.parking = newParking(this, options);
    this.#result = result;
  }

  protected list(): void {
    const result = this.#result;
    // Held by us, the state would outlive its object, and nobody would hear that it is over.
    this.#result = null;
    if (!(result instanceof RefCounted) || result.getClass() !== "GDScriptFunctionState") {
      this.settle(result as T);
      return;
    }
    this.#source = new SourceListener(owner, (error) => this.fail(error));
    this.#source.hear(new Signal<[value: T]>(result, "completed"), (value) => this.settle(value));
    native.letGo(result);
  }

  protected unlist(): void {
    this.#source?.end();
  }

  protected describe(): string {
    return "the end of a GDScript coroutine";
  }
}

async function endOf<T>(task: Task, object: RefCounted, options?: WaitOptions): Promise<T> {
  // The error is ours to throw, and nobody else's to report.
  task.onSettled(() => true);
  if (!task.isSettled) await once(new Signal(object, "completed"), options);
  if (task.state !== "completed") throw task.error;
  return task.result as T;
}
