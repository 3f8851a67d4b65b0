// Module "godot-ts".
export {
  CancelledError,
  type ClockName,
  currentTask,
  ensureExecutor,
  type FrameInfo,
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
  type SignalSource,
  type SleepOptions,
  SourceFreedError,
  SpawnError,
  type SpawnOptions,
  setExecutor,
  sleep,
  spawn,
  type Task,
  type TaskState,
  untilResume,
  type Wait,
  type WaitOptions,
  yieldNow,
} from "../executor";
export { AsyncExecutorDriver } from "./async-executor-driver";
export type { AsyncTask } from "./async-task";
export type { RegisterOptions } from "./class-description";
export type { MethodOptions } from "./class-members";
export { constant } from "./constant";
export { coroutine } from "./coroutine";
export { bitfield, enumeration } from "./enumeration";
export { category, group, subgroup } from "./group";
export { type IndexedOptions, indexed } from "./indexed";
export { method } from "./method";
export { once } from "./once";
export { type PropertyOptions, property } from "./property";
export { register } from "./register";
export { type RuntimeOptions, registerRuntime, terminateRuntime } from "./register-runtime";
export { type Remote, remote } from "./remote";
export { type RpcOptions, rpc } from "./rpc";
export {
  type ClassReference,
  type PackedSchema,
  type RangeOptions,
  type Schema,
  type TypeOf,
  t,
  type UsageOptions,
} from "./schema";
export { type SignalArguments, type SignalOptions, signal } from "./signal";
export { virtual } from "./virtual";
