// The bundle that `npm run bench` runs in the engine.
import { writeFileSync } from "node:fs";
import { Node, type Node2D, OS } from "godot";
import { getExecutor, LocalPool, register, spawn } from "godot-ts";
import { awaitLoop } from "./await-loop";
import { createNode } from "./create-node";
import { Drains } from "./drains";
import { emit } from "./emit";
import { engineMethod } from "./engine-method";
import { floatArgument } from "./float-argument";
import { idleProcess } from "./idle-process";
import { type Line, measure } from "./measure";
import { startTasks } from "./start-tasks";
import { stringProperty } from "./string-property";
import { tasksOnSignal } from "./tasks-on-signal";
import { vectorProperty } from "./vector-property";

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
    const lines: Line[] = [];
    for (const benchmark of [
      engineMethod(node),
      floatArgument(node),
      vectorProperty(node),
      stringProperty(node),
      createNode(node),
      emit(node),
      awaitLoop(drains),
      tasksOnSignal(drains),
      startTasks(drains),
      idleProcess(drains),
    ]) {
      console.log(benchmark.name);
      lines.push(...(await measure(benchmark)));
    }
    writeFileSync(resultsPath(), JSON.stringify(lines));
  }
}

function resultsPath(): string {
  const option = "--results=";
  const argument = OS.getCmdlineUserArgs().find((each) => each.startsWith(option));
  if (argument === undefined) throw new Error(`${option}PATH says where the results go`);
  return argument.slice(option.length);
}
