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
export { type Animated, animationFinished } from "./animation-finished";
export { arm } from "./arm";
export { AsyncExecutorDriver } from "./async-executor-driver";
export type { AsyncTask } from "./async-task";
export { changeScene, SceneChangeError } from "./change-scene";
export type { RegisterOptions } from "./class-description";
export type { MethodOptions } from "./class-members";
export { constant } from "./constant";
export { coroutine } from "./coroutine";
export type { WorkOptions } from "./engine-work";
export { bitfield, enumeration } from "./enumeration";
export { type FinishedOptions, finished } from "./finished";
export { category, group, subgroup } from "./group";
export type { HttpResponse } from "./http-response";
export { type IndexedOptions, indexed } from "./indexed";
export { joined } from "./joined";
export { type LoadOptions, load } from "./load";
export { LoadError } from "./load-error";
export { method } from "./method";
export { on } from "./on";
export { once } from "./once";
export { type PlaybackEnd, PlaybackStoppedError } from "./playback-stopped-error";
export { type AudioPlayer, played } from "./played";
export { type PropertyOptions, property } from "./property";
export { register } from "./register";
export { type RuntimeOptions, registerRuntime, terminateRuntime } from "./register-runtime";
export { type Remote, remote } from "./remote";
export { type HttpMethod, type RequestOptions, request } from "./request";
export { RequestError } from "./request-error";
export { type RpcOptions, rpc } from "./rpc";
export { type GroupOptions, type PoolOptions, runGroupOnPool, runOnPool } from "./run-on-pool";
export { sceneChange } from "./scene-change";
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
export { TweenKilledError } from "./tween-killed-error";
export { virtual } from "./virtual";
