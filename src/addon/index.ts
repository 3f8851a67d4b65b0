// Module "godot-ts".

/** A signal of the engine, beside the decorator that declares one. */
export type { Signal } from "godot";
export {
  type Armed,
  type Attachment,
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
  type Resume,
  ResumeReplacedError,
  Runtime,
  RuntimeError,
  race,
  Scope,
  type ScopeOptions,
  type Selected,
  Semaphore,
  type SignalListener,
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
export type { RegisterOptions } from "./classes/class-description";
export type { MethodOptions } from "./classes/class-members";
export { constant } from "./classes/constant";
export { bitfield, enumeration } from "./classes/enumeration";
export { category, group, subgroup } from "./classes/group";
export { type IndexedOptions, indexed } from "./classes/indexed";
export { method } from "./classes/method";
export { type PropertyOptions, property } from "./classes/property";
export { register } from "./classes/register";
export { type Remote, remote } from "./classes/remote";
export { type RpcOptions, rpc } from "./classes/rpc";
export {
  type ClassReference,
  type PackedSchema,
  type RangeOptions,
  type Schema,
  type TypeOf,
  t,
  type UsageOptions,
} from "./classes/schema";
export { type SignalArguments, type SignalOptions, signal } from "./classes/signal";
export { virtual } from "./classes/virtual";
export { AsyncExecutorDriver } from "./driver/async-executor-driver";
export { type RuntimeOptions, registerRuntime, terminateRuntime } from "./driver/register-runtime";
export { type NodeScopeEnd, type ScopeOfOptions, scopeOf } from "./driver/scope-of";
export type { AsyncTask } from "./for-gdscript/async-task";
export { type Animated, animationFinished } from "./waits/animation-finished";
export { arm } from "./waits/arm";
export { changeScene, SceneChangeError } from "./waits/change-scene";
export { coroutine } from "./waits/coroutine";
export type { WorkOptions } from "./waits/engine-work";
export { type FinishedOptions, finished } from "./waits/finished";
export type { HttpResponse } from "./waits/http-response";
export { joined } from "./waits/joined";
export { type LoadOptions, load } from "./waits/load";
export { LoadError } from "./waits/load-error";
export { on } from "./waits/on";
export { once } from "./waits/once";
export { type PlaybackEnd, PlaybackStoppedError } from "./waits/playback-stopped-error";
export { type AudioPlayer, played } from "./waits/played";
export { type HttpMethod, type RequestOptions, request } from "./waits/request";
export { RequestError } from "./waits/request-error";
export {
  type GroupOptions,
  type PoolOptions,
  runGroupOnPool,
  runOnPool,
} from "./waits/run-on-pool";
export { sceneChange } from "./waits/scene-change";
export { TweenKilledError } from "./waits/tween-killed-error";
