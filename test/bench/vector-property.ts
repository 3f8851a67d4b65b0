import type { Node2D } from "godot";
import { type Benchmark, timed } from "./benchmark";
import { gdscriptPeers } from "./gdscript-peer";

export function vectorProperty(node: Node2D): Benchmark {
  return {
    name: "Vector2 property, get .x",
    unit: "ns",
    count: 200_000,
    ours: timed((count) => {
      let x = 0;
      for (let i = 0; i < count; i += 8) {
        x = node.position.x;
        x = node.position.x;
        x = node.position.x;
        x = node.position.x;
        x = node.position.x;
        x = node.position.x;
        x = node.position.x;
        x = node.position.x;
      }
      return x;
    }),
    peers: gdscriptPeers("vector_property.gd", node),
  };
}
