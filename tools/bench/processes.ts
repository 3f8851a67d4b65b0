import { execa } from "execa";
import type { Line } from "../../test/bench/measure";
import { filesIn } from "../build/files-in";
import { addon } from "../repository";
import type { ReportProgress } from "../terminal/step";
import { makeSmallProject } from "./small-project";

/** What a project costs: milliseconds of CPU to start, megabytes, microseconds for a frame. */
type Cost = Readonly<Record<"cpu" | "memory" | "private" | "frame" | "emptied" | "cold", number>>;

const rounds = 6;

/** Whatever a developer's machine tells Node about certificates: it would load OpenSSL at the start. */
const ofPlayers = { NODE_EXTRA_CA_CERTS: "", OPENSSL_CONF: "" };

/** What is told of a cost: of the best run, or of the middle one. */
interface CostLine {
  readonly name: string;
  readonly unit: string;
  readonly key: keyof Cost;
  readonly run: "best" | "middle";
}

const lines: readonly CostLine[] = [
  {
    name: "added to an idle frame: process turn and late drain",
    unit: "µs",
    key: "frame",
    run: "best",
  },
  {
    name: "added to an idle frame, caches emptied before it",
    unit: "µs",
    key: "emptied",
    run: "middle",
  },
  {
    name: "added to an idle frame of a game of 60 a second, caches cold",
    unit: "µs",
    key: "cold",
    run: "middle",
  },
  { name: "added to the start-up", unit: "ms CPU", key: "cpu", run: "best" },
  {
    name: "added to the memory, with the code of libraries",
    unit: "MB",
    key: "memory",
    run: "best",
  },
  { name: "added to the memory, of its own", unit: "MB", key: "private", run: "best" },
];

/**
 * What the addon adds to an empty game: to its start, and to each of its frames. Two projects run in
 * turn, one bare, one with the addon and an empty bundle; the best run of each counts. Of frames with cold
 * caches the middle one does: how long memory takes to answer varies both ways.
 */
export async function measureProcesses(
  godot: string,
  only: string,
  report: ReportProgress,
): Promise<Line[]> {
  const wanted = lines.filter(({ name }) => name.includes(only));
  if (wanted.length === 0) return [];
  const bare = await makeSmallProject({ name: "bare", sources: "process", hasAddon: false });
  const ours = await makeSmallProject({ name: "addon", sources: "process", hasAddon: true });
  await forgetCached(`${addon}/bin`);
  const costs: { readonly bare: Cost; readonly addon: Cost }[] = [];
  for (let round = 1; round <= rounds; round++) {
    costs.push({ bare: await runOnce(godot, bare), addon: await runOnce(godot, ours) });
    report(round / rounds);
  }
  return wanted.map(({ name, unit, key, run }): Line => {
    const figure = (which: "bare" | "addon") => {
      const sorted = costs.map((cost) => cost[which][key]).sort((a, b) => a - b);
      return sorted[run === "best" ? 0 : rounds / 2] ?? Number.NaN;
    };
    const peer = figure("bare");
    const added = figure("addon") - peer;
    return {
      name,
      unit,
      ours: added,
      peer,
      peerName: "all of Godot without it",
      ratio: peer / added,
    };
  });
}

/**
 * Has the kernel read the libraries from disk again, as on a player's machine: of files that were
 * written lately it maps more than is used, 17 MB more of a new libnode.
 */
async function forgetCached(folder: string): Promise<void> {
  const files = filesIn(folder);
  await execa("sync", files);
  for (const file of files) await execa("dd", [`if=${file}`, "iflag=nocache", "count=0"]);
}

async function runOnce(godot: string, folder: string): Promise<Cost> {
  const { stdout } = await execa(godot, ["--headless", "--path", folder], { env: ofPlayers });
  return JSON.parse(stdout.slice(stdout.lastIndexOf("\n{")));
}
