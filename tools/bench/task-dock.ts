import { rm } from "node:fs/promises";
import { build, type Plugin } from "esbuild";
import { execa } from "execa";
import { bundleOptions } from "../../addons/godot_ts/bundle.mjs";
import type { Line } from "../../test/bench/measure";
import { runtimeOptions } from "../build/runtime";
import { repository } from "../repository";
import type { ReportProgress } from "../terminal/step";
import { makeSmallProject, runtimeOf } from "./small-project";
import { startWatchingDebugger } from "./watching-debugger";

/** Nanoseconds, each of the best round: what main.gd in test/bench/task-dock tells. */
type Cost = Readonly<Record<"idle" | "wake" | "start", number>>;

const rounds = 4;
const lines: readonly { readonly name: string; readonly key: keyof Cost }[] = [
  { name: "task dock without a debugger: idle frame", key: "idle" },
  { name: "task dock without a debugger: wake and park again, 1,000 tasks", key: "wake" },
  { name: "task dock without a debugger: start a task that waits a frame and ends", key: "start" },
];

/**
 * What it costs a game that the editor's debugger could show its tasks. One game runs in turn with the
 * runtime as it ships; with one that was bundled without the dock; and under a debugger whose dock is
 * open, which shows that the figures would tell. The best run of each counts.
 */
export async function measureTaskDock(
  godot: string,
  only: string,
  report: ReportProgress,
): Promise<Line[]> {
  const wanted = lines.filter(({ name }) => name.includes(only));
  if (wanted.length === 0) return [];
  const shipped = await makeGame("dock");
  const stripped = await makeGame("without-dock");
  await replaceRuntime(stripped);
  const costs: { readonly off: Cost; readonly without: Cost; readonly watched: Cost }[] = [];
  for (let round = 1; round <= rounds; round++) {
    costs.push({
      off: await runOnce(godot, shipped),
      without: await runOnce(godot, stripped),
      watched: await runWatched(godot, shipped),
    });
    report(round / rounds);
  }
  return wanted.flatMap(({ name, key }): Line[] => {
    const best = (which: keyof (typeof costs)[number]) =>
      Math.min(...costs.map((cost) => cost[which][key]));
    const ours = best("off");
    const line = (peerName: string, peer: number): Line => {
      return { name, unit: "ns", ours, peer, peerName, ratio: peer / ours };
    };
    return [
      line("a runtime without the dock", best("without")),
      line("under a debugger, the dock open", best("watched")),
    ];
  });
}

async function makeGame(name: string): Promise<string> {
  const folder = await makeSmallProject({ name, sources: "task-dock", hasAddon: true });
  await build({
    ...bundleOptions,
    entryPoints: [`${repository}/test/bench/task-dock/game.ts`],
    outfile: `${folder}/dist/game.js`,
    logLevel: "warning",
  });
  return folder;
}

/** Gives a game a runtime in which nothing serves the dock. */
async function replaceRuntime(game: string): Promise<void> {
  const outfile = runtimeOf(game);
  // A link to the one that ships, which is not to be written to.
  await rm(outfile);
  await build({ ...runtimeOptions, outfile, plugins: [withoutTaskServer] });
}

const withoutTaskServer: Plugin = {
  name: "without-task-server",
  setup({ onLoad }) {
    onLoad({ filter: /\/task-dock\/task-server\.ts$/ }, () => ({
      contents: "export function serveTasks() {}\nexport function stopServingTasks() {}\n",
    }));
  },
};

async function runWatched(godot: string, game: string): Promise<Cost> {
  const watching = await startWatchingDebugger();
  try {
    return await runOnce(godot, game, ["--remote-debug", watching.url]);
  } finally {
    watching.close();
  }
}

async function runOnce(godot: string, game: string, args: readonly string[] = []): Promise<Cost> {
  const { stdout } = await execa(godot, ["--headless", "--path", game, ...args]);
  return JSON.parse(stdout.slice(stdout.lastIndexOf("\n{")));
}
