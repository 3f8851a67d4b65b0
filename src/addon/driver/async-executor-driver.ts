import { Engine, Node, type SceneTree } from "godot";
import type { Phase } from "../../executor";
import { native } from "../../godot";
import { register } from "../classes/register";
import { warn } from "../log/report";
import { hasWork, lookAfterWork } from "../waits/engine-work";
import { ExtraPhases } from "./extra-phases";
import { FrameScale } from "./frame-scale";
import { beginQuitting } from "./quitting";
import { currentRuntime, finishTermination, terminateRuntime } from "./register-runtime";
import { cancelWhatHasLeft } from "./scope-of";
import { reportStuck } from "./stuck-report";
import { rest, turn, turnAll } from "./turn";

/** The driver that turns the runtime now. */
let active: AsyncExecutorDriver | undefined;
let hasWarned = false;
let lastFrame = performance.now();

/**
 * The node that runs tasks: in its `_process` it gives the executor one turn, and in its
 * `_physicsProcess` while somebody waits for physics ticks. The addon's plugin adds it as an autoload.
 */
@register({ tool: true })
export class AsyncExecutorDriver extends Node {
  #tree: SceneTree | undefined;
  readonly #extraPhases = new ExtraPhases(this, (phase, drawn) => this.#turn(phase, 0, drawn));
  readonly #frameScale = new FrameScale(this);
  /** Turned off for as long as there is nothing to run: an idle game pays for no `_process`. */
  #isAsleep = false;
  /** Reused, so that a frame without work allocates nothing. */
  readonly #frame = { delta: 0, timeScale: 1, paused: false, drawn: false };

  override _enterTree(): void {
    if (active !== undefined) {
      warn(
        `${this.getPath()}: another AsyncExecutorDriver runs the tasks already; this one stays idle`,
      );
      this.setProcess(false);
      return;
    }
    active = this;
    this.setProcess(true);
    this.#tree = this.getTree();
    this.processMode = Node.PROCESS_MODE_ALWAYS;
    this.#extraPhases.start(currentRuntime());
  }

  override _ready(): void {
    // The engine turns them on for whoever has a `_process`, right before this.
    if (active !== this) this.setProcess(false);
    this.setPhysicsProcess(this.#extraPhases.hasPhysics);
  }

  override _exitTree(): void {
    if (active !== this) return;
    active = undefined;
    lastFrame = performance.now();
    this.#extraPhases.stop();
    if (!isTreeEnding(this)) return;
    beginQuitting();
    terminateRuntime("the game quits");
  }

  override _process(delta: number): void {
    this.#turn("process", delta, false);
  }

  override _physicsProcess(delta: number): void {
    this.#turn("physics", delta, false);
  }

  /** @internal The end of an iteration of the main loop. */
  endFrame(): void {
    const runtime = currentRuntime();
    if (runtime === undefined) return;
    this.#extraPhases.endFrame(runtime);
    // Asleep, it is here that the event loop is turned, when it has something.
    if (this.#isAsleep) runtime.turnIo();
    if (rest(runtime, "late")) {
      this.#sleep();
      return;
    }
    this.#wakeUp();
    turn(runtime, "late", still);
    this.#frameScale.endFrame();
  }

  #sleep(): void {
    if (hasWork() || native.needsDrain()) return;
    if (!this.#isAsleep) {
      this.#isAsleep = true;
      this.setProcess(false);
    }
    native.rest();
  }

  #wakeUp(): void {
    if (!this.#isAsleep) return;
    this.#isAsleep = false;
    this.setProcess(true);
  }

  #turn(phase: Phase, delta: number, drawn: boolean): void {
    const runtime = currentRuntime();
    if (runtime === undefined || active !== this || rest(runtime, phase)) return;
    const frame = this.#frame;
    frame.delta = delta;
    frame.timeScale = phase === "process" ? this.#frameScale.scaleOf(delta) : Engine.timeScale;
    frame.paused = this.#tree?.paused ?? false;
    frame.drawn = drawn;
    turn(runtime, phase, frame);
  }
}

const still = { delta: 0, timeScale: 1, paused: false };

/** The end of each iteration of the main loop: the late drain. Without a driver, all of them. */
export function lateDrain(): void {
  lookAfterWork();
  finishTermination();
  cancelWhatHasLeft();
  reportStuck();
  if (active !== undefined) {
    active.endFrame();
    return;
  }
  const runtime = currentRuntime();
  if (runtime === undefined) return;
  if (!hasWarned && runtime.taskCount > 0 && !Engine.isEditorHint()) {
    hasWarned = true;
    warn(
      "no AsyncExecutorDriver is in the tree: tasks run at the end of each frame. Enable the plugin godot-ts, or add the node as an autoload",
    );
  }
  const now = performance.now();
  const { timeScale } = Engine;
  const delta = ((now - lastFrame) / 1000) * timeScale;
  lastFrame = now;
  const paused = (Engine.getMainLoop() as SceneTree | null)?.paused ?? false;
  turnAll(runtime, { delta, timeScale, paused });
}

/**
 * Whether a node leaves the tree because all of it does. The engine doesn't say so; but nodes leave
 * in reverse order, so that the siblings after it are out already, and still siblings.
 */
function isTreeEnding(node: Node): boolean {
  const parent = node.getParent();
  if (parent === null || node.isQueuedForDeletion()) return false;
  const next = node.getIndex() + 1;
  return next < parent.getChildCount() && !parent.getChild(next).isInsideTree();
}
