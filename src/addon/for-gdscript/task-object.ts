import type { Task } from "../../executor";

/** On an object that shows a task. A map from one to the other would cost 200 ns. */
const shownTask = Symbol("the task");

/** The class of the tasks that GDScript gets, set by whoever registers it. */
let current: { readonly name: string; readonly make: (task: Task) => object } | undefined;

/** Has the objects of a class stand for the tasks of the next runtime. */
export function setTaskClass(name: string, make: (task: Task) => object): void {
  current = { name, make };
}

/** The name of that class, for the descriptions of methods that return one. */
export function taskClassName(): string {
  return current?.name ?? "AsyncTask";
}

/** The object that shows a task to GDScript. The executor holds it until the task has settled. */
export function taskObject(task: Task): object {
  if (current === undefined)
    throw new Error("no runtime was registered: there is no class of tasks");
  const object = current.make(task);
  (object as Showing)[shownTask] = task;
  return object;
}

/** The task that an object shows to GDScript; undefined for any other value. */
export function taskOf(object: unknown): Task | undefined {
  return typeof object === "object" ? (object as Showing | null)?.[shownTask] : undefined;
}

interface Showing {
  [shownTask]?: Task;
}
