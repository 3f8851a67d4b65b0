import { ClassDB, type Node2D, type RefCounted } from "godot";
import { loadForeign } from "../engine/support/foreign";
import type { Peer } from "./benchmark";

/**
 * The peer that makes the same calls of the engine from C++, in an extension: what the engine itself
 * costs, which no language gets below.
 */
export function floorPeer(method: string, node: Node2D): Peer {
  loadForeign();
  const floors = ClassDB.instantiate("Floors") as RefCounted;
  return { name: "C++ (floor)", run: (count) => Number(floors.call(method, count, node)) };
}
