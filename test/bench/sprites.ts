import { type Node, type Node2D, Sprite2D, Vector2 } from "godot";
import { type Benchmark, timed } from "./benchmark";
import { floorPeer } from "./floor-peer";
import { gdscriptPeers } from "./gdscript-peer";

const many = 10_000;

/** What a frame of a game with many sprites does, for each: get the position, add, set. */
export function sprites(node: Node2D): Benchmark {
  const all = Array.from({ length: many }, () => new Sprite2D());
  const parent = node.getNode<Node>("Sprites");
  for (const sprite of all) parent.addChild(sprite);
  const step = new Vector2(0.001, 0.001);
  return {
    name: "10,000 sprites: get the position, add, set, each",
    unit: "ns",
    count: many,
    ours: timed(() => {
      for (const sprite of all) sprite.position = sprite.position.add(step);
    }),
    peers: [...gdscriptPeers("sprites.gd", node), floorPeer("move_sprite", node)],
  };
}
