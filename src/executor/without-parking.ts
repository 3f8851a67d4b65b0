import { currentOwner, owningTask } from "./current-task";
import { Runtime } from "./runtime";
import { checkOptions, refusalOf, type WaitOptions } from "./wait-options";

/**
 * What a wait has to look at before it takes something that is there already, and parks
 * nothing: the promise to return instead, if it may not begin at all.
 */
export function refuse(options: WaitOptions | undefined): Promise<never> | undefined {
  const refused = owningTask()?.refuseWait();
  if (refused !== undefined || options === undefined) return refused;
  checkOptions(options);
  return refusalOf(options);
}

/**
 * Whether the code that runs may go on at once. If not, its drain has spent its budget: what
 * is there already is then delivered in the next one, so that a task which never has to wait
 * leaves room for the others.
 */
export function mayGoOn(): boolean {
  return !(currentOwner()?.runtime ?? Runtime.current()).isBudgetSpent;
}
