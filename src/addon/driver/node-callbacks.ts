import { Node } from "godot";
import { type Scope, setCallbacks } from "../../executor";
import { native } from "../../godot";
import { scopeOf } from "./scope-of";

/**
 * Has the tasks and waits that are begun in code of a node, which the engine calls, belong to that
 * node: in its methods, and in the functions that its methods connect to signals.
 */
export function installNodeCallbacks(): void {
  setCallbacks({ running: new Int32Array(native.runningCall), enter: ownerOfCall });
}

function ownerOfCall(): Scope | undefined | "ambient" {
  const object = native.enterCall();
  if (object === undefined) return undefined;
  return object instanceof Node ? scopeOf(object) : "ambient";
}
