import { awaited } from "./awaited";
import type { Task } from "./task";

/**
 * What can be said of the end of a wait.
 *
 * - `sure`: it ends without anybody's doing, as a time does.
 * - `unknown`: it ends with a task or a promise; a task that is stuck is reported by itself.
 * - `open`: somebody has to do something, such as emit a signal.
 */
export type Outlook = "open" | "unknown" | "sure";

/** From the worst to the best. */
const order: readonly Outlook[] = ["open", "unknown", "sure"];

/** That of something for which one of these is enough. */
export function bestOutlook(outlooks: readonly Outlook[]): Outlook {
  return order.findLast((each) => outlooks.includes(each)) ?? "unknown";
}

/** That of something which needs all of these. */
export function worstOutlook(outlooks: readonly Outlook[]): Outlook {
  return order.find((each) => outlooks.includes(each)) ?? "unknown";
}

/** What was found out while one is looked at. Tasks may wait for each other, many of them for the same. */
let known: Map<Task, Outlook> | undefined;

/** That of a task's end, as far as its waits tell now: never `open`, since a task is reported by itself. */
export function outlookOfTask(task: Task): Outlook {
  if (known !== undefined) return find(task, known);
  known = new Map();
  try {
    return find(task, known);
  } finally {
    known = undefined;
  }
}

function find(task: Task, known: Map<Task, Outlook>): Outlook {
  const before = known.get(task);
  if (before !== undefined) return before;
  known.set(task, "unknown");
  const outlook = worstOutlook(awaited(task.waits).map((wait) => wait.outlook));
  if (outlook === "sure") known.set(task, outlook);
  return outlook === "sure" ? outlook : "unknown";
}
