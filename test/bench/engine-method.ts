import { Engine, type Node2D } from "godot";
import { type Benchmark, timed } from "./benchmark";
import { floorPeer } from "./floor-peer";
import { gdscriptPeers } from "./gdscript-peer";

/** A const method without arguments: what each call of the engine costs at the least. */
export function engineMethod(node: Node2D): Benchmark {
  return {
    name: "engine method, int result",
    unit: "ns",
    count: 200_000,
    ours: timed((count) => {
      let frames = 0;
      for (let i = 0; i < count; i += 8) {
        frames = Engine.getProcessFrames();
        frames = Engine.getProcessFrames();
        frames = Engine.getProcessFrames();
        frames = Engine.getProcessFrames();
        frames = Engine.getProcessFrames();
        frames = Engine.getProcessFrames();
        frames = Engine.getProcessFrames();
        frames = Engine.getProcessFrames();
      }
      return frames;
    }),
    peers: [...gdscriptPeers("engine_method.gd", node), floorPeer("engine_method", node)],
  };
}
