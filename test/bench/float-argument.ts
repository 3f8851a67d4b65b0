import type { Node2D } from "godot";
import { type Benchmark, timed } from "./benchmark";
import { floorPeer } from "./floor-peer";
import { gdscriptPeers } from "./gdscript-peer";

export function floatArgument(node: Node2D): Benchmark {
  return {
    name: "method with a float argument",
    unit: "ns",
    count: 200_000,
    ours: timed((count) => {
      for (let i = 0; i < count; i += 8) {
        node.rotate(0.001);
        node.rotate(0.001);
        node.rotate(0.001);
        node.rotate(0.001);
        node.rotate(0.001);
        node.rotate(0.001);
        node.rotate(0.001);
        node.rotate(0.001);
      }
    }),
    peers: [...gdscriptPeers("float_argument.gd", node), floorPeer("float_argument", node)],
  };
}
