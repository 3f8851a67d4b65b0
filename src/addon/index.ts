// Module "godot-ts".
export {
  CancelledError,
  type ClockName,
  currentTask,
  ensureExecutor,
  type FrameInfo,
  formatTasks,
  frames,
  getExecutor,
  type Host,
  isCancellation,
  type LocalFuture,
  LocalPool,
  type LocalPoolOptions,
  type LocalSpawn,
  nextFrame,
  type Phase,
  ResumeReplacedError,
  Runtime,
  RuntimeError,
  Scope,
  type ScopeOptions,
  type SignalSource,
  type SleepOptions,
  SourceFreedError,
  SpawnError,
  type SpawnOptions,
  setExecutor,
  sleep,
  spawn,
  type Task,
  TaskGroup,
  type TaskGroupOptions,
  type TaskInfo,
  type TaskOwner,
  type TaskState,
  taskGroup,
  tasks,
  untilResume,
  type Wait,
  type WaitInfo,
  type WaitOptions,
  yieldNow,
} from "../executor";
export { AsyncExecutorDriver } from "./async-executor-driver";
export type { AsyncTask } from "./async-task";
export type { RegisterOptions } from "./class-description";
export type { MethodOptions } from "./class-members";
export { coroutine } from "./coroutine";
export { method } from "./method";
export { once } from "./once";
export { property } from "./property";
export { register } from "./register";
export { type RuntimeOptions, registerRuntime, terminateRuntime } from "./register-runtime";
export { type NodeScopeEnd, type ScopeOfOptions, scopeOf } from "./scope-of";
export { signal } from "./signal";
export { type Schema, type TypeOf, t } from "./t";
