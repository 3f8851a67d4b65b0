/**
 * The entry of every npm script: `node tools/run.mjs <command> [args]`.
 *
 * Plain JavaScript, since it must run in a fresh clone, where nothing but Node and npm exists.
 * It installs the npm packages when they are not those of package-lock.json, then runs
 * `tools/<command>.ts`, whose `run(args)` returns the exit status. Everything said on the way
 * goes to stderr: stdout belongs to the command.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const OLDEST_NODE = 20;
const COMMANDS = [
  "setup",
  "build",
  "start",
  "test",
  "sanitize",
  "lint-native",
  "bench",
  "export",
  "generate",
  "godot",
];

const inRepository = (path) => new URL(`../${path}`, import.meta.url);

process.exitCode = await main(process.argv[2], process.argv.slice(3));

async function main(command, args) {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    return refuse(`Node ${OLDEST_NODE} or newer is needed, this is ${process.versions.node}.`);
  }
  if (!COMMANDS.includes(command)) {
    return refuse(`Unknown command "${command}". There are: ${COMMANDS.join(", ")}.`);
  }
  if (!packagesAreInstalled()) {
    const status = installPackages();
    if (status !== 0) return status;
  }
  keepGodotOut("node_modules");

  const { register } = await import("tsx/esm/api");
  register();
  try {
    const { run } = await import(`./${command}.ts`);
    return await run(args);
  } catch (error) {
    if (error?.name !== "BuildError") throw error;
    return refuse(error.message);
  }
}

function refuse(message) {
  process.stderr.write(`${message}\n`);
  return 1;
}

/** Whether node_modules holds the versions that package-lock.json asks for, by npm's own record. */
function packagesAreInstalled() {
  const record = inRepository("node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, "utf8")).packages;
  const wanted = JSON.parse(readFileSync(inRepository("package-lock.json"), "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      !path.startsWith("node_modules/") || optional || installed[path]?.version === version,
  );
}

/**
 * Not `npm ci`: it refuses a lock file that lacks optional packages of other platforms, and where a
 * registry does not have all of those, npm writes no other. This installs the same versions, and
 * leaves the lock file as it is.
 */
function installPackages() {
  const started = performance.now();
  process.stderr.write("Install npm packages\n");
  const npm = spawnSync(
    "npm",
    ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      cwd: inRepository(""),
      stdio: ["ignore", "pipe", "pipe"],
      encoding: "utf8",
    },
  );
  if (npm.status !== 0) {
    process.stderr.write(npm.error ? "npm is missing: install it.\n" : npm.stdout + npm.stderr);
    return npm.status ?? 1;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stderr.write(`Install npm packages: ${seconds} s\n`);
  return 0;
}

/** Godot would look for resources in every folder of the project that does not say otherwise. */
function keepGodotOut(folder) {
  const mark = inRepository(`${folder}/.gdignore`);
  if (!existsSync(mark)) writeFileSync(mark, "");
}
