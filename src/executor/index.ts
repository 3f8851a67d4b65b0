export { all } from "./all";
export { useAmbientSlot } from "./ambient-owner";
export { any } from "./any";
export { type Armed, arm } from "./arm";
export { awaited } from "./awaited";
export { Broadcast } from "./broadcast";
export { type Buffer, type QueueBuffer, queue } from "./buffer";
export { CANCEL_DEADLINE_MSEC } from "./cancel-watch";
export { CancelledError, isAbort, isCancellation } from "./cancelled-error";
export { type ChangedOptions, changed } from "./changed";
export { Channel } from "./channel";
export { ChannelClosedError } from "./channel-closed-error";
export type { ClockName, Clocks } from "./clock";
export type { Combination } from "./combination";
export { CombinedWait, type Verdict } from "./combined-wait";
export type { Counters } from "./counters";
export { type Callbacks, currentOwner, currentTask, setCallbacks } from "./current-task";
export { type EachOptions, each } from "./each";
export { ensureExecutor, getExecutor, setExecutor, tryGetExecutor } from "./executor";
export { type DrawnFrame, frames, nextFrame, physicsFrame, physicsFrames } from "./frames";
export type { FrameInfo, Host } from "./host";
export { type Interval, type IntervalOptions, interval, type MissedTicks } from "./interval";
export { Latch } from "./latch";
export { LeftoverError, type ReportedError } from "./leftover-error";
export { LocalPool, type LocalPoolOptions } from "./local-pool";
export type { LocalFuture, LocalSpawn } from "./local-spawn";
export type { Combinable, Combined, Ending } from "./member";
export { Mutex } from "./mutex";
export { on } from "./on";
export {
  type Attachment,
  type OnceOptions,
  once,
  type Resume,
  type SignalListener,
  type SignalSource,
} from "./once";
export { Oneshot } from "./oneshot";
export type { Outlook } from "./outlook";
export { newParking, type Parking } from "./parking";
export { type DrawPhase, PHASES, type Phase } from "./phase";
export { PolledWait } from "./polled";
export { PRIORITIES, type Priority } from "./priority";
export { progress } from "./progress";
export { race } from "./race";
export { Runtime } from "./runtime";
export type { RuntimeBuilder } from "./runtime-builder";
export { RuntimeError, type RuntimeErrorReason } from "./runtime-error";
export { Scope, type ScopeOptions } from "./scope";
export { type Selected, select } from "./select";
export { type Permit, Semaphore } from "./semaphore";
export { type SleepOptions, sleep } from "./sleep";
export { forEachSliced, slice } from "./slice";
export { SourceFreedError } from "./source-freed-error";
export { type SpawnOptions, spawn } from "./spawn";
export { SpawnError, type SpawnErrorReason } from "./spawn-error";
export type { Stream, StreamOptions } from "./stream";
export { StuckWatch } from "./stuck-watch";
export type { Task, TaskBody, TaskState } from "./task";
export { TaskGroup, type TaskGroupOptions, taskGroup } from "./task-group";
export type {
  ProgressListener,
  ResumableListener,
  SettledListener,
  TaskFollower,
} from "./task-listeners";
export type { TaskOwner } from "./task-owner";
export { formatTasks, placeOf, type TaskInfo, tasks, type WaitInfo } from "./tasks";
export { TestHost, type TestHostOptions } from "./test-host";
export { TestSignal } from "./test-signal";
export { TimeoutError, timeout } from "./timeout";
export { until } from "./until";
export { ResumeReplacedError, untilResume } from "./until-resume";
export { ParkedWait, type Wait, type WaitOptions } from "./wait";
export { type Wake, type WakeLog, WakeOrderError } from "./wake-log";
export { Watch } from "./watch";
export { yieldNow } from "./yield-now";
