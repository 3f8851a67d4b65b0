import type { Node } from "godot";
import { type CancelledError, Scope, type Task } from "../../executor";
import { scopeOf } from "../driver/scope-of";

/**
 * Has a task end with a node as well, whatever else it belongs to: it is cancelled when the node
 * leaves the tree for good, or is freed.
 *
 * @throws FreedObjectError when the node is freed.
 */
export function bindTask(task: Task, node: Node): void {
  const scope = scopeOf(node);
  if (scope.closing !== undefined) task.cancel(scope.closing);
  else if (!task.isSettled) new Binding(task, scope);
}

/** What stands for a task among those that belong to a node. */
class Binding extends Scope {
  readonly #task: Task;

  constructor(task: Task, parent: Scope) {
    super(task.name, { parent });
    this.#task = task;
    this.hold(true);
    task.onSettled(() => this.hold(false));
  }

  override get runtime() {
    return this.#task.runtime;
  }

  override interrupt(error: CancelledError): void {
    this.#task.cancel(error);
  }
}
