import { nextFrame, type Task } from "godot-ts";

/** Lets a task run to its wait, then cancels it. Returns what it rejected with. */
export async function cancelInWait(task: Task<unknown>): Promise<unknown> {
  await nextFrame();
  task.cancel("enough");
  return task.then(
    () => {
      throw new Error(`task "${task.name}" has completed, in place of being cancelled`);
    },
    (error: unknown) => error,
  );
}
