import { execa } from "execa";
import type { Line } from "../../test/bench/measure";
import type { ReportProgress } from "../terminal/step";
import { makeSmallProject } from "./small-project";

/** What a project costs: milliseconds of CPU to start, megabytes, microseconds for a frame. */
type Cost = Readonly<Record<"cpu" | "memory" | "private" | "frame" | "cold", number>>;

const rounds = 6;
const lines: readonly { readonly name: string; readonly unit: string; readonly key: keyof Cost }[] =
  [
    { name: "added to an idle frame: process turn and late drain", unit: "µs", key: "frame" },
    {
      name: "added to an idle frame of a game of 60 a second, caches cold",
      unit: "µs",
      key: "cold",
    },
    { name: "added to the start-up", unit: "ms CPU", key: "cpu" },
    { name: "added to the memory, with the code of libraries", unit: "MB", key: "memory" },
    { name: "added to the memory, of its own", unit: "MB", key: "private" },
  ];

/**
 * What the addon adds to an empty game: to its start, and to each of its frames. Two projects run in
 * turn, one bare, one with the addon and an empty bundle; the best run of each counts.
 */
export async function measureProcesses(
  godot: string,
  only: string,
  report: ReportProgress,
): Promise<Line[]> {
  const wanted = lines.filter(({ name }) => name.includes(only));
  if (wanted.length === 0) return [];
  const bare = await makeSmallProject({ name: "bare", sources: "process", hasAddon: false });
  const addon = await makeSmallProject({ name: "addon", sources: "process", hasAddon: true });
  const costs: { readonly bare: Cost; readonly addon: Cost }[] = [];
  for (let round = 1; round <= rounds; round++) {
    costs.push({ bare: await runOnce(godot, bare), addon: await runOnce(godot, addon) });
    report(round / rounds);
  }
  return wanted.map(({ name, unit, key }): Line => {
    const peer = Math.min(...costs.map((cost) => cost.bare[key]));
    const ours = Math.min(...costs.map((cost) => cost.addon[key])) - peer;
    return { name, unit, ours, peer, peerName: "all of Godot without it", ratio: peer / ours };
  });
}

async function runOnce(godot: string, folder: string): Promise<Cost> {
  const { stdout } = await execa(godot, ["--headless", "--path", folder]);
  return JSON.parse(stdout.slice(stdout.lastIndexOf("\n{")));
}
