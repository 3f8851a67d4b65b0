import type { Test, TestResult } from "@jest/test-result";
import type { Config } from "@jest/types";
import { type BuildFailure, formatMessages } from "esbuild";
import type {
  CallbackTestRunnerInterface,
  OnTestFailure,
  OnTestStart,
  OnTestSuccess,
  TestRunnerOptions,
  TestWatcher,
} from "jest-runner";
import { type EngineRun, runEngine } from "./engine-run";
import { bundleTest } from "./test-bundle";
import { resultOfRun } from "./test-result";

export interface EngineTestRunnerOptions {
  /** Seconds without news from the engine until a file counts as hung. */
  readonly watchdogSeconds: number;
}

const leastParallel = 2;

/**
 * Runs test files within headless Godot, each in a process of its own: one that crashes or hangs
 * fails alone.
 */
export class EngineTestRunner implements CallbackTestRunnerInterface {
  readonly supportsEventEmitters = false;
  readonly #config: Config.GlobalConfig;
  readonly #options: EngineTestRunnerOptions;

  constructor(config: Config.GlobalConfig, _context: unknown, options: EngineTestRunnerOptions) {
    this.#config = config;
    this.#options = options;
  }

  async runTests(
    tests: Test[],
    watcher: TestWatcher,
    onStart: OnTestStart,
    onResult: OnTestSuccess,
    onFailure: OnTestFailure,
    { serial }: TestRunnerOptions,
  ): Promise<void> {
    const abort = new AbortController();
    watcher.on("change", ({ interrupted }) => {
      if (interrupted) abort.abort();
    });
    const left = [...tests];
    const work = async () => {
      for (let test = left.shift(); test !== undefined; test = left.shift()) {
        if (watcher.isInterrupted()) return;
        await onStart(test);
        try {
          await onResult(test, await this.#run(test, abort.signal));
        } catch (error) {
          await onFailure(test, await readableError(error));
        }
      }
    };
    const parallel = serial ? 1 : Math.max(leastParallel, this.#config.maxWorkers);
    await Promise.all(Array.from({ length: parallel }, work));
  }

  async #run(test: Test, abort: AbortSignal): Promise<TestResult> {
    const start = Date.now();
    const { config } = test.context;
    const { watchdogSeconds } = this.#options;
    const { testNamePattern } = this.#config;
    const run: EngineRun = await runEngine({
      file: { path: test.path, testNamePattern, testTimeout: config.testTimeout },
      bundle: await bundleTest(test.path),
      watchdogSeconds,
      abort,
    });
    const end = Date.now();
    const runtime = end - start;
    const slow = runtime / 1000 > config.slowTestThreshold;
    return resultOfRun(run, test, this.#config, { start, end, runtime, slow }, watchdogSeconds);
  }
}

async function readableError(error: unknown): Promise<{ message: string; stack: string }> {
  const { errors } = error as BuildFailure;
  if (errors === undefined) {
    const { message, stack = message } = error as Error;
    return { message, stack };
  }
  const stack = (await formatMessages(errors, { kind: "error", color: false })).join("\n");
  return { message: "", stack };
}
