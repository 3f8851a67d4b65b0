import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The path of a program in one of the folders of `PATH`; undefined where none has it. */
export function findProgram(
  name: string,
  path: string = process.env.PATH ?? "",
): string | undefined {
  return path
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, name))
    .find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
