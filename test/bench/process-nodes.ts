import { Node, type Node2D } from "godot";
import { register } from "godot-ts";
import type { Benchmark } from "./benchmark";
import { floorPeer } from "./floor-peer";
import { gdscriptSample } from "./gdscript-peer";

const many = 2_000;

/** A node whose `_process` does next to nothing. */
@register()
export class BenchProcess extends Node {
  time = 0;
  override _process(delta: number): void {
    this.time += delta;
  }
}

/** The engine's call of `_process`, as it makes it each frame, of 2,000 nodes: for each. */
export function processNodes(node: Node2D): Benchmark {
  const parent = node.getNode<Node>("Nodes");
  for (let i = 0; i < many; i++) parent.addChild(new BenchProcess());
  const notify = (method: string) => gdscriptSample("process_nodes.gd", method, node);
  return {
    name: "_process of 2,000 nodes, each",
    unit: "ns",
    count: many,
    ours: notify("ours"),
    peers: [{ name: "GDScript typed", run: notify("typed") }, floorPeer("process_virtual", node)],
  };
}
