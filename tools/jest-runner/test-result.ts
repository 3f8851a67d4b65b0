import {
  type AssertionResult,
  createEmptyTestResult,
  type Test,
  type TestResult,
} from "@jest/test-result";
import type { Config } from "@jest/types";
import { formatExecError, formatResultsErrors } from "jest-message-util";
import { repository } from "../repository";
import type { EngineRun } from "./engine-run";
import { exitComplaints } from "./exit-complaints";
import { endMark, type Message, startMark } from "./protocol";

const shownLines = 40;

type Times = Pick<TestResult["perfStats"], "start" | "end" | "runtime" | "slow">;

/**
 * What jest reports of a file: its tests, and how Godot ended.
 *
 * @throws Error when there is no test to report.
 */
export function resultOfRun(
  run: EngineRun,
  { path, context: { config } }: Test,
  globalConfig: Config.GlobalConfig,
  times: Times,
  watchdogSeconds: number,
): TestResult {
  const end = run.messages.find((message) => message.type === "end");
  const results = (end?.results ?? unfinished(run, watchdogSeconds)).map(inRepository);
  const problems = end === undefined ? [] : [...end.errors, ...complaints(run)];
  if (end === undefined && results.length === 0) problems.push(ending(run, watchdogSeconds));
  if (results.length === 0) throw failure(problems.map(inRepositoryStack).join("\n\n"));
  const count = (status: string) => results.filter((each) => each.status === status).length;
  const isGood = problems.length === 0 && count("failed") === 0;

  const empty = createEmptyTestResult();
  const messages = problems.map((problem) => {
    const stack = inRepositoryStack(problem);
    return formatExecError({ message: "", stack }, config, globalConfig, path);
  });
  const failures = formatResultsErrors(results, config, globalConfig, path);
  return {
    ...empty,
    displayName: config.displayName,
    failureMessage: isGood ? null : [failures ?? "", ...messages].join("\n"),
    numFailingTests: count("failed"),
    numPassingTests: count("passed"),
    numPendingTests: count("pending"),
    numTodoTests: count("todo"),
    perfStats: { ...empty.perfStats, ...times },
    skipped: false,
    testExecError:
      problems.length === 0 ? undefined : { message: "", stack: problems.join("\n\n") },
    testFilePath: path,
    testResults: results,
    console: isGood ? undefined : consoleOf(run),
  };
}

/** An error that jest shows as it is. */
function failure(stack: string): Error {
  return Object.assign(new Error(), { stack });
}

/** The tests of a run that was cut off: those it has finished are not known to have passed. */
function unfinished(run: EngineRun, watchdogSeconds: number): AssertionResult[] {
  const started = run.messages.filter((message) => message.type === "test-start");
  const finished = run.messages.filter((message) => message.type === "test-end").length;
  const running = started[finished];
  return running === undefined ? [] : [failed(running, ending(run, watchdogSeconds))];
}

function failed(
  { ancestorTitles, title }: Extract<Message, { type: "test-start" }>,
  message: string,
): AssertionResult {
  return {
    ancestorTitles,
    title,
    fullName: [...ancestorTitles, title].join(" "),
    status: "failed",
    duration: null,
    failureDetails: [],
    failureMessages: [message],
    location: null,
    numPassingAsserts: 0,
  };
}

function ending(run: EngineRun, watchdogSeconds: number): string {
  return `${howItEnded(run, watchdogSeconds)} before the tests were over. Its last lines:\n\n${lastLines(run.output.split(startMark).at(-1) ?? "")}`;
}

function howItEnded({ hung, signal, status }: EngineRun, watchdogSeconds: number): string {
  if (hung) return `Godot hung: it sent nothing for ${watchdogSeconds} s, and was ended`;
  return signal === null
    ? `Godot ended by itself, with status ${status},`
    : `Godot crashed (${signal})`;
}

function complaints(run: EngineRun): string[] {
  const atExit = run.output.split(endMark)[1] ?? "";
  const allowed = run.messages.filter((message) => message.type === "allow-at-exit");
  const lines = exitComplaints(atExit).filter(
    (line) => !allowed.some(({ text }) => line.includes(text)),
  );
  const problems = lines.length === 0 ? [] : [`Godot complained at exit:\n\n${lines.join("\n")}`];
  if (run.hung) problems.push("Godot hung at exit, and was ended.");
  else if (run.signal !== null) problems.push(`Godot crashed at exit (${run.signal}).`);
  else if (run.status !== 0) problems.push(`Godot exited with status ${run.status}.`);
  return problems.map((problem) => `${problem}\n\n${lastLines(atExit)}`);
}

/** What Godot and the tests printed while they ran, where it isn't shown already. */
function consoleOf({ output, messages }: EngineRun): TestResult["console"] {
  const text = lastLines(output.split(startMark)[1]?.split(endMark)[0] ?? "");
  const isShown = messages.at(-1)?.type !== "end";
  return isShown || text === "" ? undefined : [{ message: text, origin: "", type: "log" }];
}

function lastLines(output: string): string {
  const lines = output.split("\n").filter((line) => line !== "" && !isVerbosity(line));
  return lines.slice(-shownLines).join("\n");
}

function isVerbosity(line: string): boolean {
  return /^(Loading resource|XR|TextServer|SceneTreeFTI|(CORE|EDITOR) API HASH): |^Loaded system CA/.test(
    line,
  );
}

function inRepository(result: AssertionResult): AssertionResult {
  return { ...result, failureMessages: result.failureMessages.map(inRepositoryStack) };
}

/** A stack whose files are where jest finds them. */
function inRepositoryStack(stack: string): string {
  return stack.replaceAll("res://", `${repository}/`);
}
