import { Error as GodotError, type Node } from "godot";
import type { Constructor } from "../../godot";
import { registrationOf } from "./registered-classes";

/** The methods of a node as other peers have them: they give nothing back. */
export type Remote<N> = {
  readonly [K in keyof N]: N[K] extends (...args: infer A) => void | Promise<void>
    ? (...args: A) => void
    : never;
};

const everyone = 0;

/**
 * The same node at other peers: its methods, those marked with `@rpc`, are called there.
 *
 * @param peer the id of one peer; by default all of them.
 * @throws Error when the engine refuses the call: the node is not in the tree, nobody is connected.
 *
 * @example
 * remote(this).shoot(0.5); // everywhere
 * remote(this, 1).reload(); // at the server
 */
export function remote<N extends Node>(node: N, peer: number = everyone): Remote<N> {
  const call = (member: string, args: readonly unknown[]): void => {
    const name = nameOf(node, member);
    const result = node.rpcId(peer, name, ...(args as never[]));
    if (result === GodotError.OK) return;
    throw new Error(
      `remote: ${node.getClass()}.${member} could not be called: ${GodotError[result] ?? result}`,
    );
  };
  return new Proxy({} as Remote<N>, {
    get: (_, member) =>
      typeof member === "string" ? (...args: readonly unknown[]) => call(member, args) : undefined,
  });
}

function nameOf(node: Node, member: string): string {
  let Class: Constructor | null = node.constructor as unknown as Constructor;
  while (Class !== null) {
    const name = registrationOf(Class)?.remotes.get(member);
    if (name !== undefined) return name;
    Class = Object.getPrototypeOf(Class);
  }
  throw new TypeError(`remote: ${node.getClass()}.${member} is not marked with @rpc`);
}
