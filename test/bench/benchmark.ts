/**
 * One thing that is measured, in TypeScript and, beside it, in GDScript.
 *
 * A sample is a loop of `count` operations, timed by the side that runs it: what the loop itself
 * costs is within the figure, so that bodies of few nanoseconds repeat the operation eight times.
 */
export interface Benchmark {
  readonly name: string;
  /** Of bytes, a sample tells as many instead of nanoseconds. */
  readonly unit: "ns" | "µs" | "ms" | "B";
  /** How many operations make a sample: enough for some milliseconds. */
  readonly count: number;
  readonly ours: Sample;
  readonly peers: readonly Peer[];
  /** Sets up what is there while all are measured. Disposing of it takes it away again. */
  readonly setUp?: () => AsyncDisposable;
}

export interface Peer {
  readonly name: string;
  readonly run: Sample;
}

/** Does an operation that often, and returns how many nanoseconds all took. */
export type Sample = (count: number) => number | Promise<number>;

/** A sample out of a function that has the loop in it. */
export function timed(loop: (count: number) => void): Sample {
  return (count) => {
    const start = performance.now();
    loop(count);
    return (performance.now() - start) * 1e6;
  };
}
