import type { Parking } from "./parking";
import type { ParkedWait } from "./wait";

/**
 * What is awaited by whoever has these waits: a combination of several, such as `race`, is one thing,
 * and what it combines is part of it.
 *
 * When to use: to show what a task waits for.
 */
export function awaited(waits: Iterable<Parking>): ParkedWait<unknown>[] {
  const all: ParkedWait<unknown>[] = [];
  const combined = new Set<ParkedWait<unknown>>();
  for (const { wait } of waits) {
    all.push(wait);
    for (const member of wait.members) if (member.wait !== undefined) combined.add(member.wait);
  }
  return combined.size === 0 ? all : all.filter((wait) => !combined.has(wait));
}
