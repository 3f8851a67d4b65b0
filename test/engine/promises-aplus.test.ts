import { frames, Oneshot, spawn, type Task } from "godot-ts";

interface Deferred {
  readonly promise: Task;
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

const tasks: Task[] = [];

/** Tasks as the suite wants to make them: its files find this as a global. */
const adapter = {
  resolved: (value: unknown): Task => noted(spawn(() => value)),
  rejected: (reason: unknown): Task =>
    noted(
      spawn(() => {
        throw reason;
      }),
    ),
  deferred(): Deferred {
    const outcome = new Oneshot<unknown>();
    return {
      promise: noted(spawn(() => outcome.wait(), { start: "now" })),
      resolve: (value) => void outcome.resolve(value),
      reject: (reason) => void outcome.reject(reason),
    };
  },
};

/** The suite leaves some tasks pending, and some failures alone. */
function noted(task: Task): Task {
  task.onSettled(() => true);
  tasks.push(task);
  return task;
}

// It also leaves promises alone whose handlers throw, which here would fail the test.
let listeners: NodeJS.UnhandledRejectionListener[];
beforeAll(() => {
  listeners = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", () => undefined);
});

// What it expects of those tasks that are pending still doesn't count when they are cancelled.
afterAll(async () => {
  for (const task of tasks) task.cancel();
  await frames(3);
  process.removeAllListeners("unhandledRejection");
  for (const listener of listeners) process.on("unhandledRejection", listener);
});

jest.setTimeout(5_000);

describe("a task is a promise as Promises/A+ has it", () => {
  Object.assign(globalThis, { adapter, specify: test });
  require("promises-aplus-tests/lib/testFiles");
});
