import { LocalPool, Runtime, setExecutor, tryGetExecutor } from "../../executor";
import { native } from "../../godot";
import { serveTasks, stopServingTasks } from "../editor/task-dock/task-server";
import { registerAsync } from "../for-gdscript/async-singleton";
import { registerAsyncTask } from "../for-gdscript/async-task";
import { engineHost } from "./engine-host";
import { type NumberSetting, readNumberSetting } from "./number-setting";
import { addMonitors, removeMonitors } from "./performance-monitors";
import { isStuck, watchStuck } from "./stuck-report";
import { turnAll } from "./turn";

export interface RuntimeOptions {
  /** Put before the names of the classes `AsyncTask` and `Async`, where they are taken. */
  readonly prefix?: string | undefined;
  /** Turn Node's event loop: network, files, `setTimeout`. By default true. */
  readonly io?: boolean | undefined;
  /** Keep the executor's timers: `sleep`. By default true. */
  readonly time?: boolean | undefined;
}

const frameBudget: NumberSetting = {
  name: "godot_ts/executor/frame_budget_msec",
  initial: 2,
  unit: "milliseconds",
  range: "0,16,0.1,or_greater,suffix:ms",
};
const still = { delta: 0, timeScale: 1, paused: false };

let registered: Runtime | undefined;
let entered: Disposable | undefined;
/** Terminated, and not finished yet. */
const ending = new Set<Runtime>();

/**
 * Makes the runtime that tasks run in, and the classes by which GDScript has them. The addon does
 * so when it is loaded.
 *
 * When to use: again after {@link terminateRuntime}, or to run it with other options.
 *
 * @throws Error when a runtime is registered.
 */
export function registerRuntime(options: RuntimeOptions = {}): Runtime {
  if (registered !== undefined) {
    throw new Error("registerRuntime: a runtime is registered already; terminateRuntime() ends it");
  }
  const { prefix = "", io = true, time = true } = options;
  registerAsyncTask(prefix);
  registerAsync(prefix);
  const builder = Runtime.builder();
  if (io) builder.enableIo();
  if (time) builder.enableTime();
  const pool = new LocalPool({ frameBudget: readNumberSetting(frameBudget) });
  const runtime = builder.build(engineHost, pool);
  entered = runtime.enter();
  if (tryGetExecutor() === undefined) setExecutor(pool);
  registered = runtime;
  watchStuck(runtime);
  addMonitors(runtime);
  serveTasks(runtime, isStuck);
  return runtime;
}

/**
 * Ends every task: each is cancelled, their cleanups run, within 250 ms, and those that are left are
 * named in a warning. Waits and tasks then throw until {@link registerRuntime} is called again.
 * Harmless when there is no runtime.
 *
 * The cleanups have run when this returns. Only where it is called within a task, or after an await,
 * they run at the end of the frame: promises can't go on while one does.
 */
export function terminateRuntime(reason = "the runtime was terminated"): void {
  if (registered !== undefined) {
    const runtime = registered;
    registered = undefined;
    removeMonitors();
    stopServingTasks();
    runtime.beginTermination(reason);
    entered?.[Symbol.dispose]();
    if (tryGetExecutor() === runtime.pool) setExecutor(undefined);
    ending.add(runtime);
  }
  if (ending.size > 0 && canRunMicrotasks()) finishTermination();
}

/** Finishes what {@link terminateRuntime} could not. */
export function finishTermination(): void {
  if (ending.size === 0) return;
  for (const runtime of ending) {
    while (!runtime.isTerminationOver) turnAll(runtime, still);
    runtime.finishTermination();
  }
  ending.clear();
}

/** Whether promises can go on now: not within one that does. */
function canRunMicrotasks(): boolean {
  let hasRun = false;
  void Promise.resolve().then(() => {
    hasRun = true;
  });
  native.drain(() => native.runMicrotasks());
  return hasRun;
}

/** The runtime, or undefined before it is registered and after it is terminated. */
export function currentRuntime(): Runtime | undefined {
  return registered;
}
