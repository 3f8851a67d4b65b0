import { Node, Signal } from "godot";
import { once, spawn } from "godot-ts";
import { whenRunning } from "./when-running";

whenRunning(() => {
  const node = new Node();
  spawn(
    async () => {
      await once(new Signal(node, "tree_entered"), { resume: "inline" });
      process.exit(7);
      console.log("never printed");
    },
    { start: "now" },
  );
  node.callDeferred("emit_signal", "tree_entered");
});
