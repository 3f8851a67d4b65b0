import { Node, Signal } from "godot";
import { whenRunning } from "./when-running";

whenRunning(() => {
  const node = new Node();
  node.treeEntered.connect(() => process.exit(5));
  new Signal(node, "tree_entered").emit();
  console.log("never printed");
});
