import type { Scope } from "./scope";
import type { Task } from "./task";

/**
 * What tasks and waits belong to, and are cancelled with: the task that began them, or a scope.
 * `kind` tells which.
 */
export type TaskOwner = Task | Scope;

/** It and all that lives below it, each before what belongs to it. */
export function familyOf(root: TaskOwner): TaskOwner[] {
  const family = [root];
  for (const each of family) {
    if (each.owned !== undefined) for (const owned of each.owned) family.push(owned);
  }
  return family;
}

/**
 * The nearest owner, from this one upwards, that hasn't ended. A cancelled task is returned as it
 * is: code that it left running belongs to nobody else.
 */
export function livingOwner(owner: TaskOwner | undefined): TaskOwner | undefined {
  let living = owner;
  while (living?.kind === "task" && living.isSettled && !living.wasCancelled) {
    living = living.parent;
  }
  return living;
}
