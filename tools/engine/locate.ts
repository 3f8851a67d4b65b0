import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Engine } from "./engine";
import { engineFolder, engineRecord } from "./folders";

/** What was asked for: the record holds for the same request alone. */
interface Request {
  readonly folder: string;
  readonly godot: string | undefined;
  readonly libnode: string | undefined;
}

interface EngineRecord {
  readonly request: Request;
  /** When the files that were found were last written. */
  readonly written: readonly number[];
  readonly engine: Engine;
}

/**
 * Finds Godot and Node as a shared library, and fetches what is not there.
 *
 * `GODOT=/path/to/godot` and `LIBNODE=/prefix` (of a Node built with `--shared`) give one's own;
 * with both, nothing is fetched. What was found is kept in `.engine/engine.json`, and the next
 * call does nothing but read it.
 */
export async function locateEngine(): Promise<Engine> {
  const request: Request = {
    folder: engineFolder,
    godot: givenPath(process.env.GODOT),
    libnode: givenPath(process.env.LIBNODE),
  };
  const recorded = readRecord(request);
  if (recorded !== undefined) return recorded;

  // Only now, since loading all of it takes longer than everything else that a second run does.
  const { findEngine } = await import("./find");
  const engine = await findEngine(request);
  const record: EngineRecord = { request, written: writeTimes(engine), engine };
  writeFileSync(engineRecord, JSON.stringify(record, null, 2));
  return engine;
}

function givenPath(path: string | undefined): string | undefined {
  return path ? resolve(path) : undefined;
}

function readRecord(request: Request): Engine | undefined {
  if (!existsSync(engineRecord)) return undefined;
  const record: EngineRecord = JSON.parse(readFileSync(engineRecord, "utf8"));
  const holds =
    JSON.stringify(record.request) === JSON.stringify(request) &&
    JSON.stringify(record.written) === JSON.stringify(writeTimes(record.engine));
  return holds ? record.engine : undefined;
}

function writeTimes(engine: Engine): number[] {
  return [engine.godot, engine.libnode, `${engine.apiFolder}/extension_api.json`].map(
    (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
}
