import { readdir } from "node:fs/promises";
import { execa } from "execa";
import type { ReportProgress } from "../terminal/step";

/** Unpacks every Debian package of a folder into another. */
export async function unpackPackages(
  archives: string,
  into: string,
  report: ReportProgress,
): Promise<void> {
  const packages = (await readdir(archives)).filter((name) => name.endsWith(".deb"));
  for (const [index, name] of packages.entries()) {
    await execa("dpkg-deb", ["--extract", `${archives}/${name}`, into]);
    report((index + 1) / packages.length);
  }
}
