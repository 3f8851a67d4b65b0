import { type Node2D, Vector2 } from "godot";
import { type Benchmark, timed } from "./benchmark";
import { floorPeer } from "./floor-peer";
import { gdscriptPeers } from "./gdscript-peer";

export function vectorGet(node: Node2D): Benchmark {
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
    peers: [...gdscriptPeers("vector_get.gd", node), floorPeer("get_position", node)],
  };
}

export function vectorSet(node: Node2D): Benchmark {
  const position = new Vector2(1, 2);
  return {
    name: "Vector2 property, set",
    unit: "ns",
    count: 200_000,
    ours: timed((count) => {
      for (let i = 0; i < count; i += 8) {
        node.position = position;
        node.position = position;
        node.position = position;
        node.position = position;
        node.position = position;
        node.position = position;
        node.position = position;
        node.position = position;
      }
    }),
    peers: [...gdscriptPeers("vector_set.gd", node), floorPeer("set_position", node)],
  };
}
