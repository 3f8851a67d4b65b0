import { awaited } from "./awaited";
import { CombinedWait } from "./combined-wait";
import type { Parking } from "./parking";
import type { Runtime } from "./runtime";
import type { TaskOwner } from "./task-owner";
import type { ParkedWait } from "./wait";

/**
 * The waits of a runtime that somebody has to end, and of which nothing says that it will come to that:
 * not those within a `race` or a `timeout` whose time ends all of it.
 */
export function* openWaits(runtime: Runtime): Generator<ParkedWait<unknown>, void> {
  const limited = new Set<TaskOwner>();
  addLimited(runtime.waits, limited);
  for (const owner of ownersIn(runtime)) addLimited(owner.waits, limited);
  yield* openOf(runtime.waits);
  for (const owner of ownersIn(runtime, limited)) yield* openOf(owner.waits);
}

function* openOf(waits: Iterable<Parking>): Generator<ParkedWait<unknown>, void> {
  for (const wait of awaited(waits)) if (wait.outlook === "open") yield wait;
}

/** All owners, each before what belongs to it, without some and what belongs to those. */
function* ownersIn(
  runtime: Runtime,
  without: ReadonlySet<TaskOwner> = new Set(),
): Generator<TaskOwner, void> {
  const owners = [...runtime.owned];
  for (const owner of owners) {
    if (without.has(owner)) continue;
    yield owner;
    if (owner.owned !== undefined) for (const owned of owner.owned) owners.push(owned);
  }
}

/** Adds the tasks that are cancelled in any case when a combination ends, which is sure to. */
function addLimited(waits: Iterable<Parking>, limited: Set<TaskOwner>): void {
  for (const { wait } of waits) {
    const cancelsRest = wait instanceof CombinedWait && wait.combination.needs === "one";
    if (cancelsRest && wait.outlook === "sure") addTasks(wait, limited);
  }
}

function addTasks(wait: ParkedWait<unknown>, tasks: Set<TaskOwner>): void {
  for (const member of wait.members) {
    if (member.task !== undefined) tasks.add(member.task);
    if (member.wait !== undefined) addTasks(member.wait, tasks);
  }
}
