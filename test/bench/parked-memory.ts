import { type Node, Timer } from "godot";
import { once, sleep, spawn, type Task } from "godot-ts";
import { collectGarbage } from "../engine/support/collect-garbage";
import type { Benchmark } from "./benchmark";

const many = 10_000;

/** The bytes of JavaScript's heap that a task takes which waits, beside an async function that does. */
export function parkedMemory(node: Node): readonly Benchmark[] {
  const timer = new Timer();
  node.addChild(timer);
  return [
    parked("memory of a parked task", () => sleep(3600)),
    parked("memory of a parked task, on a signal", () => once(timer.timeout)),
  ];
}

function parked(name: string, wait: () => PromiseLike<unknown>): Benchmark {
  return {
    name,
    unit: "B",
    count: many,
    ours: async () => {
      const tasks: Task[] = [];
      const body = async () => {
        await wait();
      };
      const bytes = await grownBy(() => tasks.push(spawn(body)));
      for (const task of tasks) task.cancel();
      return bytes;
    },
    peers: [{ name: "a bare async function", run: bare }],
  };
}

async function bare(): Promise<number> {
  const settle: ((value: unknown) => void)[] = [];
  const body = async () => {
    await new Promise((resolve) => settle.push(resolve));
  };
  const bytes = await grownBy(body);
  for (const resolve of settle) resolve(undefined);
  return bytes;
}

async function grownBy(park: () => void): Promise<number> {
  const before = await usedHeap();
  for (let i = 0; i < many; i++) park();
  return (await usedHeap()) - before;
}

async function usedHeap(): Promise<number> {
  await collectGarbage();
  return process.memoryUsage().heapUsed;
}
