import type { AssertionResult } from "@jest/test-result";
import type { Circus } from "@jest/types";

/** A test's result as jest's reporters take it. */
export function resultOf(result: Circus.TestResult): AssertionResult {
  const ancestorTitles = result.testPath.slice(1);
  const title = ancestorTitles.pop() ?? "";
  return {
    ancestorTitles,
    title,
    fullName: [...ancestorTitles, title].join(" "),
    status: statusOf(result),
    duration: result.duration,
    failing: result.failing,
    failureDetails: [],
    failureMessages: result.errors.map(readableStack),
    invocations: result.invocations,
    location: result.location,
    numPassingAsserts: result.numPassingAsserts,
    retryReasons: result.retryReasons.map(readableStack),
  };
}

function statusOf({ status, errors }: Circus.TestResult): AssertionResult["status"] {
  if (status === "skip") return "pending";
  if (status === "todo") return "todo";
  return errors.length > 0 ? "failed" : "passed";
}

// Of jest, of this harness, and of the driver, which is below everything that runs in a drain.
const machinery = [
  /^\s+at .*(res:\/\/(node_modules|tools\/jest-runner)\/|node:|__init \()/,
  /^\s+at .*res:\/\/src\/addon\/(turn|async-executor-driver|engine-host|game-bundle)\.ts:/,
  /^\s+at .*_Runtime\.beginTurn \(/,
  /^\s+at Array\.map \(<anonymous>\)$/,
];

/** A stack without the frames that are no business of the test's. */
export function readableStack(stack: string): string {
  return stack
    .split("\n")
    .filter((line) => !machinery.some((pattern) => pattern.test(line)))
    .join("\n");
}
