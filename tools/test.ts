import { buildForeignExtension } from "./build/foreign-extension";
import { buildAll } from "./build/index";
import { importProject } from "./build/project";
import { succeeds } from "./terminal/succeeds";
import { type Count, jest } from "./test/jest";

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
