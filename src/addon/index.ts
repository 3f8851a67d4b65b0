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
export { type Animated, animationFinished } from "./animation-finished";
export { AsyncExecutorDriver } from "./async-executor-driver";
export type { AsyncTask } from "./async-task";
export { changeScene, SceneChangeError } from "./change-scene";
export type { RegisterOptions } from "./class-description";
export type { MethodOptions } from "./class-members";
export { coroutine } from "./coroutine";
export type { WorkOptions } from "./engine-work";
export { type FinishedOptions, finished } from "./finished";
export type { HttpResponse } from "./http-response";
export { joined } from "./joined";
export { type LoadOptions, load } from "./load";
export { LoadError } from "./load-error";
export { method } from "./method";
export { once } from "./once";
export { type PlaybackEnd, PlaybackStoppedError } from "./playback-stopped-error";
export { type AudioPlayer, played } from "./played";
export { property } from "./property";
export { register } from "./register";
export { type RuntimeOptions, registerRuntime, terminateRuntime } from "./register-runtime";
export { type HttpMethod, type RequestOptions, request } from "./request";
export { RequestError } from "./request-error";
export { type GroupOptions, type PoolOptions, runGroupOnPool, runOnPool } from "./run-on-pool";
export { sceneChange } from "./scene-change";
export { signal } from "./signal";
export { type Schema, type TypeOf, t } from "./t";
export { TweenKilledError } from "./tween-killed-error";
