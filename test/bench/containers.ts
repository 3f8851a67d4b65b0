import { Dictionary, Array as GodotArray, type Node2D } from "godot";
import { type Benchmark, timed } from "./benchmark";
import { gdscriptSample } from "./gdscript-peer";

const many = 10_000;
const numbers = Array.from({ length: many }, (_, index) => index + 0.5);
const floats = new Float32Array(numbers);
const entries = new Map(numbers.map((number, index) => [index, number]));

/** From JavaScript to the engine and back, for each of 10,000 items. GDScript fills one, and reads it. */
export function containers(node: Node2D): readonly Benchmark[] {
  return [
    container("Array", "array", node, () => GodotArray.from(numbers).toJS().length),
    container("Dictionary", "dictionary", node, () => Dictionary.from(entries).toJS().size),
    container("PackedFloat32Array", "packed_array", node, () => {
      node.setMeta("floats", floats);
      return (node.getMeta("floats") as Float32Array).length;
    }),
  ];
}

function container(
  type: string,
  method: string,
  node: Node2D,
  thereAndBack: () => number,
): Benchmark {
  return {
    name: `${type} of 10,000 there and back, each item`,
    unit: "ns",
    count: many,
    ours: timed(() => {
      const length = thereAndBack();
      if (length !== many) throw new Error(`${length} of ${many} items came back`);
    }),
    peers: [{ name: "GDScript typed", run: gdscriptSample("containers.gd", method, node) }],
  };
}
