const QUARTER = 0.25;

/** Tells how far a step is, from 0 to 1. */
export type ReportProgress = (fraction: number) => void;

/**
 * Runs one step of a build and says so on stderr: its title, how far it is, the seconds it took.
 * On a terminal that is one line, written over; elsewhere a line for each quarter.
 *
 * @example
 * await step("Compile the extension", (report) => compile({ onProgress: report }));
 */
export async function step<T>(
  title: string,
  work: (report: ReportProgress) => Promise<T>,
): Promise<T> {
  const started = performance.now();
  const line = process.stderr.isTTY ? overwrittenLine(title) : sparseLines(title);
  line.begin();
  try {
    const result = await work(line.progress);
    line.end(`${((performance.now() - started) / 1000).toFixed(1)} s`);
    return result;
  } catch (error) {
    line.end("failed");
    throw error;
  }
}

interface StepLine {
  begin(): void;
  progress(fraction: number): void;
  end(outcome: string): void;
}

function overwrittenLine(title: string): StepLine {
  const write = (text: string) => process.stderr.write(`\r\u001b[K${title}${text}`);
  return {
    begin: () => write(" …"),
    progress: (fraction) => write(` … ${percent(fraction)}`),
    end: (outcome) => write(`: ${outcome}\n`),
  };
}

function sparseLines(title: string): StepLine {
  let next = QUARTER;
  return {
    begin: () => process.stderr.write(`${title}\n`),
    progress: (fraction) => {
      if (fraction < next || fraction >= 1) return;
      next = (Math.floor(fraction / QUARTER) + 1) * QUARTER;
      process.stderr.write(`${title}: ${percent(fraction)}\n`);
    },
    end: (outcome) => process.stderr.write(`${title}: ${outcome}\n`),
  };
}

function percent(fraction: number): string {
  return `${Math.floor(fraction * 100)} %`;
}
