import { type Node, Signal } from "godot";
import { MeasuringNode } from "./measuring-node";

/**
 * `drains.gd`: emits and drains in a loop, with no JavaScript on the stack. So a benchmark may have
 * as many drains as it likes within one frame, each as complete as the driver's own.
 */
export class Drains extends MeasuringNode {
  readonly ping: Signal<[]>;

  constructor(node: Node) {
    super(node);
    this.ping = new Signal(node, "ping");
  }
}
