import { type GDScript, type Node, ResourceLoader } from "godot";

/** A script of `test/engine/gd`. */
export function gdscript(name: string): GDScript {
  return ResourceLoader.load(`res://test/engine/gd/${name}.gd`) as GDScript;
}

/** A new node with a script of `test/engine/gd`. */
export function gdNode<N extends Node = Node>(name: string): N {
  return gdscript(name).new() as N;
}
