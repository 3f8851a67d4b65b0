// A game that quits while tasks await signals, whose objects are freed before the end of the tasks is
// there, and after.
import { Object as GodotObject, Node, Signal } from "godot";
import { frames, once, register, spawn } from "godot-ts";
import { whenRunning } from "./when-running";

function source(): GodotObject {
  const object = new GodotObject();
  object.addUserSignal("fired");
  return object;
}

async function waitFor(name: string, object: GodotObject): Promise<void> {
  let error: unknown;
  try {
    await once(new Signal(object, "fired"));
  } catch (thrown) {
    error = thrown;
    throw thrown;
  } finally {
    console.log(`${name}: ${(error as Error | undefined)?.name}`);
  }
}

const before = source();
const after = source();
const late = source();

/** Leaves the tree before the driver, which is its elder sibling. */
@register()
class FreesOnExit extends Node {
  override _exitTree(): void {
    before.free();
    console.log("before is freed");
  }
}

whenRunning(async (tree) => {
  const node = new FreesOnExit();
  const inTree = new Node();
  inTree.addUserSignal("fired");
  tree.root.addChild(node);
  tree.root.addChild(inTree);
  spawn(() => waitFor("before", before));
  spawn(() => waitFor("after", after));
  spawn(() => waitFor("late", late));
  spawn(() => waitFor("in the tree", inTree));
  tree.root.treeExited.connect(() => {
    after.free();
    console.log("after is freed");
  });
  process.on("exit", () => late.free());
  await frames(2);
  tree.quit();
});
