// The bundle that `npm run bench` runs in the engine.
import { writeFileSync } from "node:fs";
import { Node, type Node2D, OS } from "godot";
import { getExecutor, LocalPool, register, spawn } from "godot-ts";
import { allWaits } from "./all";
import { awaitLoops } from "./await-loop";
import { cancelGroup } from "./cancel-group";
import { channel } from "./channel";
import { containers } from "./containers";
import { createNode } from "./create-node";
import { createRefCounted } from "./create-ref-counted";
import { Drains } from "./drains";
import { emit, emitFromGdscript } from "./emit";
import { engineMethod } from "./engine-method";
import { floatArgument } from "./float-argument";
import { awaitFramesFromGdscript, awaitFromGdscript, fromGdscript } from "./from-gdscript";
import { idlePhysics } from "./idle-physics";
import { idleProcess } from "./idle-process";
import { longestFrame } from "./longest-frame";
import { type Line, measure } from "./measure";
import { MeasuringNode } from "./measuring-node";
import { newVector, vectorArithmetic } from "./new-vector";
import { parkedMemory } from "./parked-memory";
import { processNodes } from "./process-nodes";
import { sleepingTasks } from "./sleeping-tasks";
import { sprites } from "./sprites";
import { startTasks } from "./start-tasks";
import { stringProperty } from "./string-property";
import { tasksOnSignal } from "./tasks-on-signal";
import { untilPredicates } from "./until";
import { unusedPhases } from "./unused-phases";
import { vectorGet, vectorSet } from "./vector-property";
import { wakeAndPark } from "./wake-and-park";

/** The root of bench.tscn: measures everything, writes the lines to the file it was told, quits. */
@register()
export class Bench extends Node {
  override _ready(): void {
    spawn(async () => {
      const code = await this.#run().then(
        () => 0,
        (error) => {
          console.error(error);
          return 1;
        },
      );
      this.getTree()?.quit(code);
    });
  }

  async #run(): Promise<void> {
    const node = this.getNode("Subject") as Node2D;
    const drains = new Drains(this.getNode("Drains") as Node);
    // All that is ready runs in one drain, as in the peers.
    const pool = getExecutor();
    if (pool instanceof LocalPool) pool.frameBudget = Number.POSITIVE_INFINITY;
    const only = option("only");
    const lines: Line[] = [];
    for (const benchmark of [
      engineMethod(node),
      floatArgument(node),
      vectorGet(node),
      vectorSet(node),
      newVector(node),
      vectorArithmetic(node),
      stringProperty(node),
      createNode(node),
      createRefCounted(node),
      emit(node),
      emitFromGdscript(node),
      ...fromGdscript(node),
      processNodes(node),
      sprites(node),
      ...containers(node),
      ...awaitLoops(drains),
      tasksOnSignal(drains),
      startTasks(drains),
      awaitFromGdscript(drains, node),
      awaitFramesFromGdscript(drains),
      untilPredicates(drains),
      channel(drains),
      allWaits(drains),
      cancelGroup(drains),
      wakeAndPark(drains),
      longestFrame(drains),
      ...parkedMemory(node),
      idleProcess(drains),
      idlePhysics(drains),
      unusedPhases(drains),
      ...sleepingTasks(drains, new MeasuringNode(this.getNode("Timers") as Node)),
    ]) {
      if (!benchmark.name.includes(only)) continue;
      console.log(benchmark.name);
      lines.push(...(await measure(benchmark)));
    }
    writeFileSync(option("results"), JSON.stringify(lines));
  }
}

/** The value of `--name=value` on the command line. */
function option(name: string): string {
  const prefix = `--${name}=`;
  const argument = OS.getCmdlineUserArgs().find((each) => each.startsWith(prefix));
  if (argument === undefined) throw new Error(`${prefix}… is missing`);
  return argument.slice(prefix.length);
}
