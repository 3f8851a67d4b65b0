import type { Node2D } from "godot";
import type { Benchmark } from "./benchmark";
import { floorPeer } from "./floor-peer";
import { gdscriptPeer, gdscriptSample } from "./gdscript-peer";

/** Heard by either language, emitted by GDScript. */
export function emitFromGdscript(node: Node2D): Benchmark {
  const emitter = gdscriptSample("emit.gd", "emit", node);
  return {
    name: "emit from GDScript to a callback",
    unit: "ns",
    count: 50_000,
    ours: (count) => whileHeard(node, count, () => emitter(count)),
    peers: [gdscriptPeer("emit.gd", "GDScript typed", node), floorPeer("emit", node)],
  };
}

/** Emitted and heard by the same language. */
export function emit(node: Node2D): Benchmark {
  return {
    name: "emit and hear it in the same language",
    unit: "ns",
    count: 50_000,
    ours: (count) =>
      whileHeard(node, count, () => {
        const start = performance.now();
        for (let i = 0; i < count; i++) node.renamed.emit();
        return (performance.now() - start) * 1e6;
      }),
    peers: [gdscriptPeer("emit.gd", "GDScript typed", node), floorPeer("emit", node)],
  };
}

/** Measures with a callback connected. Throws when it has not heard every emission. */
function whileHeard(node: Node2D, count: number, measure: () => number): number {
  let heard = 0;
  const disconnect = node.renamed.connect(() => {
    heard++;
  });
  const nanoseconds = measure();
  disconnect();
  if (heard !== count) throw new Error(`${heard} of ${count} emissions were heard`);
  return nanoseconds;
}
