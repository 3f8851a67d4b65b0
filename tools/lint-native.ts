import { availableParallelism } from "node:os";
import { execa } from "execa";
import { buildExtension, compileCommands } from "./build/extension";
import { filesIn } from "./build/files-in";
import { locateEngine } from "./engine";
import { repository } from "./repository";
import { requireTools } from "./terminal/require-tools";
import { type ReportProgress, step } from "./terminal/step";

const native = `${repository}/src/native`;
const folders = [native, `${repository}/tools/sanitize`];

// Of the optimisations g++ is asked for, clang does not know all.
const tidyOptions = ["--quiet", "--extra-arg=-Wno-ignored-optimization-argument"];

/**
 * `npm run lint:native`: looks at the C++ with clang-format and clang-tidy, and says what they find.
 * It is no part of `npm test`, since building needs neither of the two.
 */
export async function run(): Promise<number> {
  requireTools({ "clang-format": "clang-format", "clang-tidy": "clang-tidy" });
  // clang-tidy asks the build how a file is compiled.
  await buildExtension(await locateEngine());
  const files = folders.flatMap(filesIn).filter((file) => /\.(cpp|h)$/.test(file));
  const units = files.filter((file) => file.startsWith(native) && file.endsWith(".cpp"));
  const complaints = [
    ...(await step("Look at the C++ with clang-format", () => checkFormat(files))),
    ...(await step("Look at the C++ with clang-tidy", (report) => tidy(units, report))),
  ];
  for (const complaint of complaints) process.stdout.write(`${complaint}\n`);
  return complaints.length === 0 ? 0 : 1;
}

async function checkFormat(files: readonly string[]): Promise<string[]> {
  const style = `--style=file:${native}/.clang-format`;
  return complaintsOf("clang-format", ["--dry-run", "--Werror", style, ...files]);
}

/** As many files at a time as the machine has processors. */
async function tidy(files: readonly string[], report: ReportProgress): Promise<string[]> {
  const complaints = new Set<string>();
  const left = [...files];
  let done = 0;
  const work = async () => {
    for (let file = left.shift(); file !== undefined; file = left.shift()) {
      const found = await complaintsOf("clang-tidy", [...tidyOptions, "-p", compileCommands, file]);
      for (const complaint of found) complaints.add(complaint.trimEnd());
      report(++done / files.length);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return [...complaints];
}

/** What a tool finds, one by one: of a header it says the same in each file that includes it. */
async function complaintsOf(tool: string, args: readonly string[]): Promise<string[]> {
  const { failed, stdout, stderr } = await execa(tool, args, { reject: false });
  // On stderr clang-tidy counts what it does not show.
  return failed ? (stdout || stderr).split(/^(?=\S+:\d+:\d+: (?:warning|error): )/m) : [];
}
