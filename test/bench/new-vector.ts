import { type Node2D, Vector2 } from "godot";
import { type Benchmark, timed } from "./benchmark";
import { gdscriptPeers } from "./gdscript-peer";

/** Each is kept for a while, so that V8 has to make it. */
export function newVector(node: Node2D): Benchmark {
  const kept: Vector2[] = Array.from({ length: 8 }, () => Vector2.ZERO);
  return {
    name: "new Vector2, kept",
    unit: "ns",
    count: 400_000,
    ours: timed((count) => {
      for (let i = 0; i < count; i += 8) {
        kept[0] = new Vector2(i, 0.5);
        kept[1] = new Vector2(i, 0.5);
        kept[2] = new Vector2(i, 0.5);
        kept[3] = new Vector2(i, 0.5);
        kept[4] = new Vector2(i, 0.5);
        kept[5] = new Vector2(i, 0.5);
        kept[6] = new Vector2(i, 0.5);
        kept[7] = new Vector2(i, 0.5);
      }
    }),
    peers: gdscriptPeers("new_vector.gd", node),
  };
}

/** The vectors of a calculation, of which only the last is seen outside. */
export function vectorArithmetic(node: Node2D): Benchmark {
  return {
    name: "Vector2 arithmetic: (a + b) * 0.5, length",
    unit: "ns",
    count: 400_000,
    ours: timed((count) => {
      let sum = 0;
      const b = new Vector2(3, 4);
      for (let i = 0; i < count; i++) sum += new Vector2(i, 1).add(b).scale(0.5).length();
      return sum;
    }),
    peers: gdscriptPeers("vector_arithmetic.gd", node),
  };
}
