import { Node, Signal } from "godot";
import { enter } from "./tree";

/** A node with the signal that the programs of the documentation wait for. */
export function newEnemy(): { readonly node: Node; readonly hurt: Signal<[damage: number]> } {
  const node = enter(new Node());
  node.addUserSignal("hurt");
  return { node, hurt: new Signal(node, "hurt") };
}
