import { type GDScript, type Object as GodotObject, Node, ResourceLoader } from "godot";
import { method, property, register, t } from "godot-ts";
import type { Benchmark, Sample } from "./benchmark";
import type { Drains } from "./drains";

/** What GDScript calls, reads and awaits. */
@register()
export class BenchCallee extends Node {
  @property(t.int) accessor worth = 10;

  @method({ args: [t.int], returns: t.int })
  add(n: number): number {
    return n + 1;
  }

  @method({ args: [t.int], returns: t.int })
  async addLater(n: number): Promise<number> {
    return n + 1;
  }
}

/** GDScript calls a method of TypeScript's, and reads a property. */
export function fromGdscript(parent: Node): readonly Benchmark[] {
  const Script = ResourceLoader.load("res://test/bench/from_gdscript.gd") as GDScript;
  const script = Script.new() as GodotObject;
  const sample =
    (name: string, node: Node): Sample =>
    (count) =>
      Number(script.call(name, count, node)) * 1000;
  const callee = new BenchCallee();
  const peer = script.call("make_peer") as Node;
  parent.addChild(callee);
  parent.addChild(peer);
  return [
    {
      name: "GDScript calls a method with an int",
      unit: "ns",
      count: 100_000,
      ours: sample("call_ours", callee),
      peers: [{ name: "GDScript typed", run: sample("call_peer", peer) }],
    },
    {
      name: "GDScript reads an int property",
      unit: "ns",
      count: 100_000,
      ours: sample("get_ours", callee),
      peers: [{ name: "GDScript typed", run: sample("get_peer", peer) }],
    },
  ];
}

/**
 * GDScript awaits one async method after another: each is a task that is begun, and ends, in a drain of
 * the driver's, which is part of the figure. Beside it, a coroutine that waits for an emission.
 */
export function awaitFromGdscript(drains: Drains, parent: Node): Benchmark {
  const callee = new BenchCallee();
  parent.addChild(callee);
  return {
    name: "GDScript awaits task.completed, one after another",
    unit: "ns",
    count: 2_000,
    ours: (count) => drains.run("await_tasks_ours", count, callee),
    peers: [drains.peer("await_tasks_peer")],
  };
}

/** GDScript waits for frames by a task each. A frame is a drain of the driver's, which is in the figure. */
export function awaitFramesFromGdscript(drains: Drains): Benchmark {
  return {
    name: "GDScript awaits Async.next_frame().completed, again and again",
    unit: "ns",
    count: 2_000,
    ours: (count) => drains.run("await_frames_ours", count),
    peers: [{ ...drains.peer("await_frames_peer"), name: "await get_tree().process_frame" }],
  };
}
