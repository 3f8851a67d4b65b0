// The bundle of the small projects that tools/bench/task-dock.ts makes.
import { Node } from "godot";
import { getExecutor, LocalPool, method, nextFrame, register, spawn, t } from "godot-ts";

/** Tasks that a script times. */
@register()
export class BenchTasks extends Node {
  override _ready(): void {
    // All that is ready runs in one drain.
    const pool = getExecutor();
    if (pool instanceof LocalPool) pool.frameBudget = Number.POSITIVE_INFINITY;
  }

  /** Starts tasks that wait for a frame, again and again. */
  @method({ args: [t.int] })
  park(count: number): void {
    const body = async () => {
      for (;;) await nextFrame();
    };
    for (let i = 0; i < count; i++) spawn(body);
  }

  /** Starts tasks that wait for one frame, and end. */
  @method({ args: [t.int] })
  start(count: number): void {
    const body = async () => {
      await nextFrame();
    };
    for (let i = 0; i < count; i++) spawn(body);
  }
}
