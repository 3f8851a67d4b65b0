import { nextFrame } from "godot-ts";
import type { Benchmark, Sample } from "./benchmark";

/** One line of the result: a benchmark beside one of its peers. */
export interface Line {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  readonly peer: number;
  readonly peerName: string;
  /** How many times faster than the peer. */
  readonly ratio: number;
}

const effort = { warmUps: 5, rounds: 20 };
/** Bytes hardly differ from round to round, and the garbage that is collected for each takes long. */
const effortForBytes = { warmUps: 1, rounds: 5 };
const partsOf = { ns: 1, µs: 1e3, ms: 1e6, B: 1 } as const;

/**
 * Measures a benchmark and its peers in rounds, a sample of each in turn, so that what disturbs the
 * machine for a while disturbs all of them. The best round of each counts: noise only ever adds. Of
 * bytes the middle one does, since the collector may take something else meanwhile.
 */
export async function measure(benchmark: Benchmark): Promise<Line[]> {
  const { name, unit, count, peers } = benchmark;
  const samples = [benchmark.ours, ...peers.map((peer) => peer.run)];
  const { warmUps, rounds } = unit === "B" ? effortForBytes : effort;
  await using _surroundings = benchmark.setUp?.();
  for (let i = 0; i < warmUps; i++) await round(samples, count);
  const results: number[][] = [];
  for (let i = 0; i < rounds; i++) results.push(await round(samples, count));
  const rank = unit === "B" ? Math.floor(rounds / 2) : 0;
  const figure = (place: number) => {
    const sorted = results.map((result) => result[place] ?? Number.NaN).sort((a, b) => a - b);
    return (sorted[rank] ?? Number.NaN) / count / partsOf[unit];
  };
  const ours = figure(0);
  return peers.map(({ name: peerName }, place) => {
    const peer = figure(place + 1);
    return { name, unit, ours, peer, peerName, ratio: peer / ours };
  });
}

async function round(samples: readonly Sample[], count: number): Promise<number[]> {
  const nanoseconds: number[] = [];
  for (const sample of samples) {
    nanoseconds.push(await sample(count));
    await nextFrame();
  }
  return nanoseconds;
}
