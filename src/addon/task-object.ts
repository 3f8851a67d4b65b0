import type { Task } from "../executor";

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
  return current.make(task);
}
