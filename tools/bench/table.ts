import type { Line } from "../../test/bench/measure";

const headings = ["", "unit", "ours", "peer", "", "ratio"];
const isNumber = [false, false, true, true, false, true];
const gap = "  ";

/** The results in aligned columns, for people. */
export function table(lines: readonly Line[]): string {
  const rows = [headings, ...lines.map(cells)];
  const widths = headings.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const format = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return isNumber[column] ? cell.padStart(width) : cell.padEnd(width);
      })
      .join(gap)
      .trimEnd();
  return `${rows.map(format).join("\n")}\n`;
}

function cells({ name, unit, ours, peer, peerName, ratio }: Line): string[] {
  return [name, unit, figures(ours), figures(peer), peerName, `${ratio.toFixed(2)} ×`];
}

/** Two or three significant figures, which is all that a shared machine tells. */
function figures(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}
