import { readdir, readFile, rm } from "node:fs/promises";
import { makeBuildFolder } from "../build/build-folder";

/** What a sanitizer found in one process. */
export interface Report {
  /** The file of the test that ran the process. */
  readonly test: string;
  readonly text: string;
}

const folder = makeBuildFolder("sanitized/reports");

/** Where the sanitizers of a test file's process write: they append the process's number. */
export function reportPath(testName: string): string {
  return `${folder}/${testName}`;
}

/** Removes the reports of earlier runs. */
export async function removeReports(): Promise<void> {
  for (const name of await readdir(folder)) await rm(`${folder}/${name}`);
}

export async function readReports(): Promise<readonly Report[]> {
  const names = (await readdir(folder)).sort();
  return Promise.all(
    names.map(async (name) => ({
      test: name.replace(/\.\d+$/, ""),
      text: await readFile(`${folder}/${name}`, "utf8"),
    })),
  );
}
