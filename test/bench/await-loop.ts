import { on, once, spawn } from "godot-ts";
import type { Benchmark } from "./benchmark";
import type { Drains } from "./drains";

/** Waits of a task for the same signal again and again, beside GDScript's own `await` in a loop. */
export function awaitLoops(drains: Drains): readonly Benchmark[] {
  const peers = [drains.peer("await_loop_peer")];
  return [
    {
      name: 'await once(signal, { resume: "inline" }) in a loop',
      unit: "ns",
      count: 20_000,
      ours: (count) => measureLoop(drains, "inline_loop_ours", count, () => inline(drains, count)),
      peers,
    },
    {
      name: "for await of on(signal), all emissions in one drain",
      unit: "ns",
      count: 20_000,
      ours: (count) => measureLoop(drains, "on_loop_ours", count, () => iterate(drains, count)),
      peers,
    },
    {
      // It sees one emission a drain: so each is followed by one of the driver's.
      name: "await once(signal) in a loop, each emission with a drain",
      unit: "ns",
      count: 20_000,
      ours: (count) => measureLoop(drains, "await_loop_ours", count, () => drained(drains, count)),
      peers,
    },
  ];
}

async function measureLoop(
  drains: Drains,
  method: string,
  count: number,
  loop: () => Promise<void>,
): Promise<number> {
  const task = spawn(loop);
  const nanoseconds = await drains.run(method, count);
  await task;
  return nanoseconds;
}

async function inline(drains: Drains, count: number): Promise<void> {
  for (let seen = 0; seen < count; seen++) await once(drains.ping, { resume: "inline" });
}

async function iterate(drains: Drains, count: number): Promise<void> {
  let seen = 0;
  for await (const _ of on(drains.ping)) if (++seen === count) return;
}

async function drained(drains: Drains, count: number): Promise<void> {
  for (let seen = 0; seen < count; seen++) await once(drains.ping);
}
