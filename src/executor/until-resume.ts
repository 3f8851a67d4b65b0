import { newParking, type Parking } from "./parking";
import { RuntimeError } from "./runtime-error";
import { ParkedWait, type Wait, type WaitOptions } from "./wait";

/** A task called `untilResume()` while an earlier call was still waiting. */
export class ResumeReplacedError extends Error {
  override readonly name = "ResumeReplacedError";

  constructor(task: string) {
    super(`task "${task}" called untilResume() again while it was waiting in untilResume()`);
  }
}

/**
 * Waits until somebody calls `task.resume(value)` on the current task, and resolves to
 * that value. Until then the task is resumable.
 *
 * When to use: for a dialogue between a task and the code that started it, such as
 * GDScript: "choose one of these, and tell me". A second call in the same task takes the
 * place of the first, which rejects with {@link ResumeReplacedError}.
 *
 * @throws RuntimeError outside of a task.
 *
 * @example
 * const task = spawn(async () => `you chose ${await untilResume()}`);
 * task.onResumable(() => task.resume("left"));
 */
export function untilResume<T = unknown>(options?: WaitOptions): Wait<T> {
  return new ResumeWait<T>(options).begin();
}

export class ResumeWait<T = unknown> extends ParkedWait<T> {
  readonly parking: Parking;
  constructor(options: WaitOptions | undefined) {
    super();
    this.parking = newParking(this, options);
    if (this.task === undefined) {
      throw new RuntimeError(
        "noTask",
        "untilResume() makes the task around it resumable, but there is none: call it within spawn(…)",
      );
    }
  }

  protected list(): void {
    this.task?.enterResumable(this);
  }

  protected unlist(): void {
    this.task?.leaveResumable(this);
  }

  protected describe(): string {
    return "untilResume()";
  }
}
