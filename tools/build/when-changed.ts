import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { makeBuildFolder } from "./build-folder";

/** What a piece of work depends on. */
export interface Inputs {
  readonly files: readonly string[];
  /** Anything else that decides the result, as JSON. */
  readonly settings?: unknown;
}

/** What a piece of work did. */
export interface Outcome {
  readonly outputs: readonly string[];
  /** Further inputs, which only the work itself could find out. */
  readonly alsoRead?: readonly string[];
}

interface Stamp {
  readonly settings: string;
  readonly files: Readonly<Record<string, string>>;
  readonly outputs: readonly string[];
}

/**
 * Does a piece of work when one of its inputs is another than last time, or one of its outputs is
 * gone. Files count as changed by their time and size; a file that comes or goes is a change too.
 *
 * @param name - tells this work from all others, and names its stamp in `build/stamps/`
 */
export async function whenChanged(
  name: string,
  inputs: Inputs,
  work: () => Promise<Outcome>,
): Promise<void> {
  const path = `${makeBuildFolder("stamps")}/${name}.json`;
  const settings = JSON.stringify(inputs.settings ?? null);
  if (existsSync(path)) {
    const stamp: Stamp = JSON.parse(readFileSync(path, "utf8"));
    if (holds(stamp, settings, inputs.files)) return;
  }
  const files = fingerprints(inputs.files);
  const { outputs, alsoRead = [] } = await work();
  const stamp: Stamp = { settings, files: { ...fingerprints(alsoRead), ...files }, outputs };
  writeFileSync(path, JSON.stringify(stamp, null, 2));
}

function holds(stamp: Stamp, settings: string, files: readonly string[]): boolean {
  return (
    stamp.settings === settings &&
    files.every((file) => file in stamp.files) &&
    Object.entries(stamp.files).every(([file, print]) => fingerprint(file) === print) &&
    stamp.outputs.every((output) => existsSync(output))
  );
}

function fingerprints(files: readonly string[]): Record<string, string> {
  return Object.fromEntries(files.map((file) => [file, fingerprint(file)]));
}

function fingerprint(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? "missing" : `${stat.mtimeMs} ${stat.size}`;
}
