import { Runtime, spawn } from "../../executor";
import type { AnyFunction } from "../../godot";

/**
 * The function by which the engine calls an async virtual method, such as `async _ready()`: a task
 * that belongs to the node, and runs to its first await at once.
 */
export function asyncVirtual(className: string, member: string): AnyFunction {
  const name = `${className}.${member}`;
  return (self: Record<string, AnyFunction>, ...args: readonly unknown[]): void => {
    const body = () => self[member]?.(...args);
    // While the game quits there is none, and still a node may leave the tree.
    if (Runtime.tryCurrent() === undefined) body();
    else spawn(body, { name, start: "now" });
  };
}
