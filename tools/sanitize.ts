import { buildForeignExtension } from "./build/foreign-extension";
import { buildAll } from "./build/index";
import { importProject } from "./build/project";
import { engineEnvironmentVariable, testNameMark } from "./jest-runner/engine-environment";
import { repository } from "./repository";
import { buildSanitizedLibrary, type SanitizedLibrary } from "./sanitize/library";
import { readReports, removeReports, reportPath } from "./sanitize/reports";
import { jest } from "./test/jest";

/** Left out: the driver of OpenGL leaks, and is gone when LeakSanitizer asks for its name. */
const windows = "test/process/window";

/**
 * `npm run sanitize`: runs the tests that run Godot, with the extension under AddressSanitizer,
 * LeakSanitizer and UBSan. Arguments go to jest. Node, V8 and Godot are as always: what is seen is
 * what our own C++ does, and the memory that it gets from them.
 *
 * The last line says how many tests passed and failed, each report counted as a failed one.
 */
export async function run(args: readonly string[]): Promise<number> {
  const engine = await buildAll();
  await buildForeignExtension(engine);
  await importProject(engine);
  const environment = environmentFor(await buildSanitizedLibrary(engine));
  await removeReports();
  const selection = ["--selectProjects", "engine", "process", "--testPathIgnorePatterns", windows];
  const { passed, failed } = await jest([...args, ...selection], {
    [engineEnvironmentVariable]: JSON.stringify(environment),
  });
  const reports = await readReports();
  for (const { test, text } of reports) {
    process.stdout.write(`\nThe sanitizers report of ${test}:\n\n${text.trim()}\n\n`);
  }
  const failures = failed + reports.length;
  process.stdout.write(`${passed} passed, ${failures} failed\n`);
  return failures === 0 ? 0 : 1;
}

/** What Godot gets in its environment. */
function environmentFor({ library, preload }: SanitizedLibrary): Record<string, string> {
  const common = [`log_path="${reportPath(testNameMark)}"`, "print_stacktrace=1"];
  return {
    GODOT_TS_SANITIZED_LIBRARY: library,
    LD_PRELOAD: preload.join(":"),
    ASAN_OPTIONS: [
      ...common,
      // The library that opens others comes before it.
      "verify_asan_link_order=0",
      "detect_stack_use_after_return=1",
      "strict_string_checks=1",
      "check_initialization_order=1",
      "strict_init_order=1",
      "handle_abort=1",
      // Tests look at how the process grows, which must not be by what the sanitizer holds back.
      "quarantine_size_mb=16",
    ].join(":"),
    LSAN_OPTIONS: `suppressions="${repository}/tools/sanitize/leaks.txt":print_suppressions=0`,
    // The slow way to unwind shows no caller.
    UBSAN_OPTIONS: [...common, "fast_unwind_on_fatal=1"].join(":"),
  };
}
