import type { Node2D } from "godot";
import type { Benchmark } from "./benchmark";
import { gdscriptPeer } from "./gdscript-peer";

/** Emitted and heard by the same language. */
export function emit(node: Node2D): Benchmark {
  return {
    name: "emit to a callback",
    unit: "ns",
    count: 50_000,
    ours(count) {
      let heard = 0;
      const disconnect = node.renamed.connect(() => {
        heard++;
      });
      const start = performance.now();
      for (let i = 0; i < count; i++) node.renamed.emit();
      const milliseconds = performance.now() - start;
      disconnect();
      if (heard !== count) throw new Error(`${heard} of ${count} emissions were heard`);
      return milliseconds * 1e6;
    },
    peers: [gdscriptPeer("emit.gd", "GDScript typed", node)],
  };
}
