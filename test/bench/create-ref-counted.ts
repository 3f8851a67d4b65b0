import { type Node2D, RefCounted } from "godot";
import { type Benchmark, timed } from "./benchmark";
import { floorPeer } from "./floor-peer";
import { gdscriptPeers } from "./gdscript-peer";

/** Dropped at once, as GDScript's are; the garbage collector frees ours within the loop and after. */
export function createRefCounted(node: Node2D): Benchmark {
  return {
    name: "create and drop a RefCounted",
    unit: "ns",
    count: 20_000,
    ours: timed((count) => {
      for (let i = 0; i < count; i++) new RefCounted();
    }),
    peers: [...gdscriptPeers("create_ref_counted.gd", node), floorPeer("create_ref_counted", node)],
  };
}
