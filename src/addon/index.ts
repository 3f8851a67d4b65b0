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
  type EachOptions,
  each,
  ensureExecutor,
  type FrameInfo,
  forEachSliced,
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
  progress,
  type QueueBuffer,
  queue,
  ResumeReplacedError,
  Runtime,
  RuntimeError,
  race,
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
  type TaskState,
  TimeoutError,
  timeout,
  until,
  untilResume,
  type Wait,
  type WaitOptions,
  Watch,
  yieldNow,
} from "../executor";
export { arm } from "./arm";
export { AsyncExecutorDriver } from "./async-executor-driver";
export type { AsyncTask } from "./async-task";
export type { RegisterOptions } from "./class-description";
export type { MethodOptions } from "./class-members";
export { coroutine } from "./coroutine";
export { method } from "./method";
export { on } from "./on";
export { once } from "./once";
export { property } from "./property";
export { register } from "./register";
export { type RuntimeOptions, registerRuntime, terminateRuntime } from "./register-runtime";
export { signal } from "./signal";
export { type Schema, type TypeOf, t } from "./t";
