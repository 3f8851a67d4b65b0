/** How far a download is, from a line that apt writes to its status descriptor. */
export function downloadedFraction(line: string): number | undefined {
  const percent = line.match(/^dlstatus:\d+:([\d.]+):/)?.[1];
  return percent === undefined ? undefined : Number(percent) / 100;
}
