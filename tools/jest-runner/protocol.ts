// What runs in the engine, and what it tells jest's runner: one JSON text a line.
import type { AssertionResult } from "@jest/test-result";

/** Where the messages go: a pipe that Godot inherits. */
export const messageDescriptor = 3;

/** The variable of the environment that carries {@link TestFile} as JSON. */
export const testFileVariable = "GODOT_TS_TEST_FILE";

/** Printed, to stderr, before the tests: what comes before belongs to Godot's start. */
export const startMark = "godot-ts: the tests begin";

/** Printed, to stderr, when all messages are sent: what comes after belongs to Godot's exit. */
export const endMark = "godot-ts: the tests are over";

export interface TestFile {
  readonly path: string;
  readonly testNamePattern: string | undefined;
  /** Milliseconds. */
  readonly testTimeout: number;
}

export type Message =
  | { readonly type: "test-start"; readonly ancestorTitles: string[]; readonly title: string }
  | { readonly type: "test-end" }
  /** Lines with this text are no complaint when Godot exits. */
  | { readonly type: "allow-at-exit"; readonly text: string }
  | {
      readonly type: "end";
      readonly results: AssertionResult[];
      /** Stacks of errors outside of any test: at load, in `afterAll`. */
      readonly errors: readonly string[];
    };
