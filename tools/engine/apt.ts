import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { execa } from "execa";
import { BuildError } from "../terminal/build-error";
import type { ReportProgress } from "../terminal/step";
import { mirrorsIn } from "./apt-mirrors";
import { downloadedFraction } from "./apt-progress";
import { aptFolder } from "./folders";
import { suite } from "./packages";

const configuration = `${aptFolder}/apt.conf`;
const sourcesList = `${aptFolder}/sources.list`;

/** Where finished downloads lie. Unfinished ones are beside them, and apt resumes those itself. */
export const archivesFolder = `${aptFolder}/cache/archives`;

const KEYRINGS = [
  "/usr/share/keyrings/debian-archive-keyring.gpg",
  "/usr/share/keyrings/debian-archive-keyring.pgp",
];

/**
 * Fetches the suite's package lists into `.engine/`, from the first of the machine's own mirrors
 * that has the suite. Needs no root, and leaves the machine's own apt as it is.
 */
export async function updateLists(): Promise<void> {
  await configure();
  const mirrors = mirrorsIn((await apt(["update", "--print-uris"])).stdout);
  const refusals: string[] = [];
  for (const mirror of mirrors) {
    await writeFile(sourcesList, `deb ${signedBy()}${mirror} ${suite} main\n`);
    const update = await privateApt(["update", "--error-on=any"]);
    if (update.exitCode === 0) return;
    refusals.push(lastError(update.stderr));
  }
  throw new BuildError(
    mirrors.length === 0
      ? `apt on this machine has no sources, so Debian's ${suite} cannot be fetched. ${alternative}`
      : `None of this machine's apt mirrors gives Debian's ${suite} (${refusals.join("; ")}). ${alternative}`,
  );
}

/** Downloads the packages and all that they depend on into {@link archivesFolder}. */
export async function downloadPackages(
  packages: readonly string[],
  report: ReportProgress,
): Promise<void> {
  const process = privateApt(["install", "--yes", "--download-only", ...packages]);
  for await (const line of process.iterable({ from: "fd3" })) {
    const fraction = downloadedFraction(line);
    if (fraction !== undefined) report(fraction);
  }
  const { exitCode, stderr } = await process;
  if (exitCode !== 0) {
    throw new BuildError(`The download failed (${lastError(stderr)}). Run it again: it resumes.`);
  }
}

/** What to say where apt cannot help. */
export const alternative =
  "Give your own instead: GODOT=/path/to/godot and LIBNODE=/prefix of a Node built with --shared.";

/** Removes lists and archives, which nothing needs once the packages are unpacked. */
export async function removeAptFolder(): Promise<void> {
  await rm(aptFolder, { recursive: true, force: true });
}

async function configure(): Promise<void> {
  await mkdir(`${aptFolder}/state/lists/partial`, { recursive: true });
  await mkdir(`${archivesFolder}/partial`, { recursive: true });
  await writeFile(`${aptFolder}/state/status`, "");
  await writeFile(
    configuration,
    [
      `Dir::State "${aptFolder}/state";`,
      `Dir::State::status "${aptFolder}/state/status";`,
      `Dir::Cache "${aptFolder}/cache";`,
      `Dir::Etc::sourcelist "${sourcesList}";`,
      'Dir::Etc::sourceparts "/dev/null";',
      'Dir::Etc::preferences "/dev/null";',
      'Dir::Etc::preferencesparts "/dev/null";',
      'APT::Architecture "amd64";',
      'APT::Architectures "amd64";',
      'APT::Install-Recommends "false";',
      // apt's unprivileged user may not be able to reach this folder.
      'APT::Sandbox::User "root";',
      'APT::Status-Fd "3";',
      // Hooks of the machine's own apt are for its own packages.
      "#clear APT::Update::Pre-Invoke;",
      "#clear APT::Update::Post-Invoke;",
      "#clear APT::Update::Post-Invoke-Success;",
      "#clear DPkg::Pre-Invoke;",
      "#clear DPkg::Post-Invoke;",
      "",
    ].join("\n"),
  );
}

function signedBy(): string {
  const keyring = KEYRINGS.find((path) => existsSync(path));
  return keyring === undefined ? "" : `[signed-by=${keyring}] `;
}

function apt(args: readonly string[]) {
  return execa("apt-get", args, { reject: false, env: { LC_ALL: "C" } });
}

function privateApt(args: readonly string[]) {
  return execa("apt-get", ["-c", configuration, "-q", ...args], {
    reject: false,
    env: { LC_ALL: "C" },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
}

function lastError(stderr: string): string {
  const errors = stderr.split("\n").filter((line) => line.startsWith("E: "));
  return errors[0]?.slice("E: ".length) ?? "apt-get failed without a word";
}
