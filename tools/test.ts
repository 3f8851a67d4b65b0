import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { execa } from "execa";
import { makeBuildFolder } from "./build/build-folder";
import { buildForeignExtension } from "./build/foreign-extension";
import { buildAll } from "./build/index";
import { importProject } from "./build/project";
import { repository } from "./repository";

/** What passed and what failed, of checks and of tests. */
interface Count {
  readonly passed: number;
  readonly failed: number;
}

/**
 * `npm test`: builds and imports, checks style and types, runs the tests. Arguments go to jest. The last line
 * says how many passed and failed, each of the two checks counted as one.
 */
export async function run(args: readonly string[]): Promise<number> {
  const engine = await buildAll();
  await buildForeignExtension(engine);
  await importProject(engine);
  const counts = [
    await check("biome", ["check", "."]),
    await check("tsc", ["--noEmit"]),
    await jest(args),
  ];
  const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
  process.stdout.write(`${sum("passed")} passed, ${sum("failed")} failed\n`);
  return sum("failed") === 0 ? 0 : 1;
}

async function check(tool: string, args: readonly string[]): Promise<Count> {
  const isGood = await succeeds(tool, args);
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 };
}

async function jest(args: readonly string[]): Promise<Count> {
  const report = `${makeBuildFolder("test")}/jest.json`;
  await rm(report, { force: true });
  const isGood = await succeeds("jest", ["--json", `--outputFile=${report}`, ...args]);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(await readFile(report, "utf8"));
  // A file that could not even run has no failed tests, and fails all the same.
  return { passed: numPassedTests, failed: Math.max(numFailedTests, isGood ? 0 : 1) };
}

async function succeeds(tool: string, args: readonly string[]): Promise<boolean> {
  const { failed } = await execa(tool, args, {
    cwd: repository,
    preferLocal: true,
    reject: false,
    stdio: ["ignore", "inherit", "inherit"],
  });
  return !failed;
}
