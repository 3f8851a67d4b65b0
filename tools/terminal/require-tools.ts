import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { BuildError } from "./build-error";

/** Whether one of the folders in PATH has this program. */
export function hasTool(name: string): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * Checks that the machine has these programs.
 *
 * @param packages - program to the Debian package that has it
 * @throws BuildError that names all the missing ones and says what to install
 */
export function requireTools(packages: Readonly<Record<string, string>>): void {
  const missing = Object.keys(packages).filter((name) => !hasTool(name));
  if (missing.length === 0) return;
  const install = [...new Set(missing.map((name) => packages[name]))].join(" ");
  const verb = missing.length === 1 ? "is" : "are";
  throw new BuildError(
    `${missing.join(", ")} ${verb} missing: install ${install} (on Debian: apt-get install ${install}).`,
  );
}
