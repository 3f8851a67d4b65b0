import { Array as GodotArray, type Node, type Variant } from "godot";
import { coroutine, nextFrame } from "godot-ts";
import { recordLog } from "./log-recorder";

/** What a coroutine of a script gives. */
export async function result(
  script: Node,
  name: string,
  ...args: readonly unknown[]
): Promise<unknown> {
  return plain(await coroutine(script.call(name, ...(args as Variant[]))));
}

/**
 * What a call of Async ends with, [state, result, error], and what it logs.
 *
 * @param script - a node with `gd/async_untyped.gd`, which calls
 */
export async function failure(script: Node, method: string, ...args: readonly unknown[]) {
  let outcome: unknown;
  const log = await logOf(async () => {
    outcome = await result(script, "outcome_of", method, GodotArray.from(args as Variant[]));
  });
  return { outcome, log: log.map((entry) => entry.text.split("\n", 1)[0]) };
}

/** What is logged until failures that nobody has taken care of are reported. */
export function logOf(run: () => Promise<unknown>) {
  return recordLog(async () => {
    await run();
    await nextFrame();
  });
}

/** What an Array holds, the arrays in it too. */
function plain(value: Variant): unknown {
  return value instanceof GodotArray ? value.toJS().map(plain) : value;
}
