import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { makeBuildFolder } from "../build/build-folder";
import { succeeds } from "../terminal/succeeds";

/** What passed and what failed, of checks and of tests. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** Runs jest, which writes what it finds to the terminal, and counts its tests. */
export async function jest(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Count> {
  const report = `${makeBuildFolder("test")}/jest.json`;
  await rm(report, { force: true });
  const isGood = await succeeds("jest", ["--json", `--outputFile=${report}`, ...args], env);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(await readFile(report, "utf8"));
  // A file that could not even run has no failed tests, and fails all the same.
  return { passed: numPassedTests, failed: Math.max(numFailedTests, isGood ? 0 : 1) };
}
