import type { Node } from "godot";
import { type ClassMembers, membersOf, visibleName } from "./class-members";
import { snakeCase } from "./snake-case";

/** The words are those of GDScript's `@rpc`. */
export interface RpcOptions {
  /** Who may call it. By default `"authority"`. */
  readonly mode?: "authority" | "any_peer" | "disabled";
  /** Whether a call to all runs here too. By default `"call_remote"`: it does not. */
  readonly sync?: "call_remote" | "call_local";
  /** By default `"reliable"`. */
  readonly transfer?: "reliable" | "unreliable" | "unreliable_ordered";
  /** By default 0. */
  readonly channel?: number;
}

const modes = { disabled: 0, any_peer: 1, authority: 2 } as const; // MultiplayerAPI.RPCMode
const transfers = { unreliable: 0, unreliable_ordered: 1, reliable: 2 } as const; // MultiplayerPeer.TransferMode

/**
 * Lets other peers call a method of a node over the network. It needs `@method` as well.
 *
 * `this.rpc("shoot", angle)` and `this.rpcId(peer, "shoot", angle)` are the engine's own way to call
 * it, by Godot's name. `remote(this).shoot(angle)` is checked by the compiler.
 *
 * @example
 * @rpc({ mode: "any_peer", transfer: "unreliable" })
 * @method({ args: [t.float] })
 * shoot(angle: number): void {}
 */
export function rpc({
  mode = "authority",
  sync = "call_remote",
  transfer = "reliable",
  channel = 0,
}: RpcOptions = {}) {
  const config = {
    rpc_mode: modes[mode],
    call_local: sync === "call_local",
    transfer_mode: transfers[transfer],
    channel,
  };
  return (_method: (...args: never[]) => unknown, context: ClassMethodDecoratorContext): void => {
    const member = visibleName("rpc", context, "a public method of the instance");
    const members = membersOf(context.metadata);
    members.remotes.push(member);
    context.addInitializer(function () {
      (this as Node).rpcConfig(remoteName(members, member), config);
    });
  };
}

/** What Godot calls a method that other peers may call. */
export function remoteName(members: ClassMembers, member: string): string {
  const found = members.methods.find((each) => each.member === member);
  return found?.options.name ?? snakeCase(member);
}
