import { Channel, spawn } from "godot-ts";
import type { Benchmark } from "./benchmark";
import type { Drains } from "./drains";

const CAPACITY = 1_000;

/** From one task to another, for each message. */
export function channel(drains: Drains): Benchmark {
  return {
    name: "a channel of 1,000,000 messages, 1,000 at a time",
    unit: "ns",
    count: 1_000_000,
    async ours(count) {
      let received = 0;
      spawn(async () => {
        const messages = new Channel<number>(CAPACITY);
        spawn(async () => {
          for (let i = 0; i < count; i++) await messages.send(i);
          messages.close();
        });
        for await (const _ of messages) received++;
      });
      const nanoseconds = await drains.run("idle_ours", (2 * count) / CAPACITY + 10);
      if (received !== count) throw new Error(`${received} of ${count} messages were received`);
      return nanoseconds;
    },
    peers: [{ name: "await of as many promises", run: awaitPromises }],
  };
}

async function awaitPromises(count: number): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < count; i++) await Promise.resolve(i);
  return (performance.now() - start) * 1e6;
}
