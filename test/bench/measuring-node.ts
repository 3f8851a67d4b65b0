import { type Callable, type Node, Signal } from "godot";
import { once } from "godot-ts";
import type { Peer } from "./benchmark";

/** A node with a script of GDScript whose methods measure, and emit `measured` when they have. */
export class MeasuringNode {
  readonly node: Node;
  readonly #measured: Signal<[usec: number]>;

  constructor(node: Node) {
    this.node = node;
    this.#measured = new Signal(node, "measured");
  }

  /**
   * Calls a method of the script when JavaScript has returned. Resolves to nanoseconds.
   *
   * @param subject - what the method works with: a function that starts it all, or a node.
   */
  async run(method: string, count: number, subject?: Node | (() => void)): Promise<number> {
    const measured = once(this.#measured);
    const args = subject === undefined ? [] : [subject as Node | Callable];
    this.node.callDeferred(method, count, ...args);
    const [usec] = await measured;
    return usec * 1000;
  }

  /** The peer that is the same loop with coroutines of GDScript. */
  peer(method: string): Peer {
    return { name: "GDScript typed", run: (count) => this.run(method, count) };
  }
}
