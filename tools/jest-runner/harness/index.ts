// Runs a file's tests in the engine, by jest's own machinery, and tells jest's runner of them.
import type { Circus } from "@jest/types";
import { Engine, printerr, type SceneTree } from "godot";
import { addEventHandler, getState, run } from "jest-circus";
import { endMark, startMark, type TestFile, testFileVariable } from "../protocol";
import { jestExpect } from "./expect";
import * as globals from "./globals";
import { readableStack, resultOf } from "./result";
import { send } from "./send";

// jest-circus does not export its `dispatch`, but shares its handlers with its other copies.
const handlersKey = Symbol.for("EVENT_HANDLERS");

/** Defines the tests that a module has, and runs them as soon as there is a tree. */
export function runTests(load: () => unknown): void {
  printerr(startMark);
  const file: TestFile = JSON.parse(process.env[testFileVariable] ?? "{}");
  Object.assign(globalThis, globals);
  getState().testTimeout = file.testTimeout;
  addEventHandler(followTest);
  const loadErrors = errorsOf(load);
  const waiting = setInterval(() => {
    const tree = Engine.getMainLoop() as SceneTree | null;
    if (tree?.currentScene == null) return;
    clearInterval(waiting);
    void runAll(file, loadErrors).finally(() => tree.quit(0));
  }, 1);
}

function errorsOf(load: () => unknown): unknown[] {
  try {
    load();
    return [];
  } catch (error) {
    return [error];
  }
}

async function runAll(file: TestFile, loadErrors: readonly unknown[]): Promise<void> {
  // What nobody caught fails the test that it came from, and isn't only reported.
  process.setUncaughtExceptionCaptureCallback(null);
  await dispatch({
    name: "setup",
    parentProcess: process,
    runtimeGlobals: globals,
    testNamePattern: file.testNamePattern,
  });
  jestExpect.setState({ testPath: file.path });
  const { testResults, unhandledErrors } = await run();
  await dispatch({ name: "teardown" });
  send({
    type: "end",
    results: testResults.map(resultOf),
    errors: [...loadErrors.map(stackOf), ...unhandledErrors].map(readableStack),
  });
  printerr(endMark);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? String(error)) : `thrown: ${String(error)}`;
}

function dispatch(event: object): Promise<void> {
  const handlers = (globalThis as Record<symbol, unknown>)[handlersKey] as ((
    event: object,
    state: unknown,
  ) => unknown)[];
  return handlers.reduce(async (before, handler) => {
    await before;
    await handler(event, getState());
  }, Promise.resolve());
}

async function followTest(event: Circus.Event, state: Circus.State): Promise<void> {
  if (event.name === "test_start") {
    const titles = titlesOf(event.test);
    jestExpect.setState({ currentTestName: titles.join(" ") });
    send({ type: "test-start", ancestorTitles: titles.slice(0, -1), title: event.test.name });
  } else if (event.name === "test_done") {
    // Node tells of unhandled rejections when the loop has turned.
    await new Promise((resolve) => setImmediate(resolve));
    event.test.errors.push(...rejectionsOf(event.test));
    addExpectationErrors(event.test);
    send({ type: "test-end" });
  } else if (event.name === "run_finish") {
    state.unhandledErrors.push(...rejectionsOf(state));
  }
}

function titlesOf(entry: Circus.TestEntry | Circus.DescribeBlock): string[] {
  const { parent } = entry;
  return parent === undefined ? [] : [...titlesOf(parent), entry.name];
}

function rejectionsOf(owner: Circus.State | Circus.TestEntry): Circus.Exception[] {
  const rejections = owner.unhandledRejectionErrorByPromise;
  const errors = [...rejections.values()];
  rejections.clear();
  return errors;
}

/** Fails a test for what it said of its assertions: `expect.assertions(2)`. */
function addExpectationErrors(test: Circus.TestEntry): void {
  const { suppressedErrors, numPassingAsserts } = jestExpect.getState();
  test.numPassingAsserts = numPassingAsserts;
  jestExpect.setState({ suppressedErrors: [] });
  test.errors.push(...suppressedErrors);
  for (const { error } of jestExpect.extractExpectedAssertionsErrors()) test.errors.push(error);
}
