// Module "godot-ts".
export {
  type Armed,
  all,
  any,
  Broadcast,
  type Buffer,
  CancelledError,
  type ChangedOptions,
  Channel,
  ChannelClosedError,
  type ClockName,
  type Combinable,
  type Combined,
  changed,
  currentTask,
  type DrawnFrame,
  type DrawPhase,
  type EachOptions,
  each,
  ensureExecutor,
  type FrameInfo,
  forEachSliced,
  formatTasks,
  frames,
  getExecutor,
  type Host,
  type Interval,
  type IntervalOptions,
  interval,
  isCancellation,
  Latch,
  type LocalFuture,
  LocalPool,
  type LocalPoolOptions,
  type LocalSpawn,
  type MissedTicks,
  Mutex,
  nextFrame,
  type OnceOptions,
  Oneshot,
  type Permit,
  type Phase,
  type Priority,
  physicsFrame,
  physicsFrames,
  progress,
  type QueueBuffer,
  queue,
  ResumeReplacedError,
  Runtime,
  RuntimeError,
  race,
  Scope,
  type ScopeOptions,
  type Selected,
  Semaphore,
  type SignalSource,
  type SleepOptions,
  SourceFreedError,
  SpawnError,
  type SpawnOptions,
  type Stream,
  type StreamOptions,
  select,
  setExecutor,
  sleep,
  slice,
  spawn,
  type Task,
  TaskGroup,
  type TaskGroupOptions,
  type TaskInfo,
  type TaskOwner,
  type TaskState,
  TimeoutError,
  taskGroup,
  tasks,
  timeout,
  until,
  untilResume,
  type Wait,
  type WaitInfo,
  type WaitOptions,
  Watch,
  yieldNow,
} from "../executor";
export { arm } from "./arm";
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
export { on } from "./on";
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
export { type NodeScopeEnd, type ScopeOfOptions, scopeOf } from "./scope-of";
export { type SignalArguments, type SignalOptions, signal } from "./signal";
export { virtual } from "./virtual";
