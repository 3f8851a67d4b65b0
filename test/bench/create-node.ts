import { Node, type Node2D } from "godot";
import { type Benchmark, timed } from "./benchmark";
import { floorPeer } from "./floor-peer";
import { gdscriptPeers } from "./gdscript-peer";

export function createNode(node: Node2D): Benchmark {
  return {
    name: "create and free a Node",
    unit: "ns",
    count: 20_000,
    ours: timed((count) => {
      for (let i = 0; i < count; i++) new Node().free();
    }),
    peers: [...gdscriptPeers("create_node.gd", node), floorPeer("create_node", node)],
  };
}
