import { type GDScript, type Object as GodotObject, type Node2D, ResourceLoader } from "godot";
import type { Peer } from "./benchmark";

const methods = { "GDScript typed": "typed", "GDScript untyped": "untyped" } as const;

/** A method of a script in this folder: it takes a count and a node, and returns µs. */
export function gdscriptSample(
  script: string,
  method: string,
  node: Node2D,
): (count: number) => number {
  const peer = instantiate(script);
  return (count) => Number(peer.call(method, count, node)) * 1000;
}

/** A peer that is a method of such a script. */
export function gdscriptPeer(script: string, name: keyof typeof methods, node: Node2D): Peer {
  return { name, run: gdscriptSample(script, methods[name], node) };
}

/** The peers of a script that has both `typed` and `untyped`. */
export function gdscriptPeers(script: string, node: Node2D): readonly Peer[] {
  return [
    gdscriptPeer(script, "GDScript typed", node),
    gdscriptPeer(script, "GDScript untyped", node),
  ];
}

function instantiate(script: string): GodotObject {
  const Script = ResourceLoader.load(`res://test/bench/${script}`) as GDScript;
  return Script.new() as GodotObject;
}
