import type { Node2D } from "godot";
import { type Benchmark, timed } from "./benchmark";
import { floorPeer } from "./floor-peer";
import { gdscriptPeers } from "./gdscript-peer";

const text = "a sentence of a length that people write";

/** One call that takes a String and one that returns it. */
export function stringProperty(node: Node2D): Benchmark {
  return {
    name: "String property, set and get",
    unit: "ns",
    count: 100_000,
    ours: timed((count) => {
      let read = "";
      for (let i = 0; i < count; i += 4) {
        node.editorDescription = text;
        read = node.editorDescription;
        node.editorDescription = text;
        read = node.editorDescription;
        node.editorDescription = text;
        read = node.editorDescription;
        node.editorDescription = text;
        read = node.editorDescription;
      }
      return read;
    }),
    peers: [...gdscriptPeers("string_property.gd", node), floorPeer("string_property", node)],
  };
}
