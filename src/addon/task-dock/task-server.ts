// In the game: tells the editor of the tasks, and cancels what it wants cancelled.
import { Callable, Engine, EngineDebugger, type Array as GodotArray, type SceneTree } from "godot";
import type { ParkedWait, Runtime } from "../../executor";
import { encodeChanges, fromGame, PREFIX, toGame } from "./messages";
import { RowHistory } from "./row-changes";
import { RowReader } from "./row-reader";

/** How often the editor is told, while it wants to be. */
const PERIOD_MSEC = 250;
/** More rows than this nobody looks through, and they take the game's time. */
const MAX_ROWS = 2000;

let server: TaskServer | undefined;

/**
 * Lets the editor see a runtime's tasks, where the game runs under its debugger. Otherwise nothing is
 * done, here or in any frame; and under the debugger nothing in a frame, until the editor asks.
 */
export function serveTasks(
  runtime: Runtime,
  isStuck: (wait: ParkedWait<unknown>) => boolean,
): void {
  stopServingTasks();
  if (EngineDebugger.isActive()) server = new TaskServer(runtime, isStuck);
}

/** Harmless when nothing is served. */
export function stopServingTasks(): void {
  server?.stop();
  server = undefined;
}

class TaskServer {
  readonly #runtime: Runtime;
  readonly #reader: RowReader;
  readonly #onFrame = () => this.#frame();
  #history = new RowHistory();
  #tree: SceneTree | undefined;
  #nextAt = 0;
  #isStopped = false;

  constructor(runtime: Runtime, isStuck: (wait: ParkedWait<unknown>) => boolean) {
    this.#runtime = runtime;
    this.#reader = new RowReader(runtime, { limit: MAX_ROWS, isStuck });
    const capture = (message: string, data: GodotArray) => this.#receive(message, data.get(0));
    EngineDebugger.registerMessageCapture(PREFIX, Callable.from(capture));
    // When the game runs: before, there is no tree whose frames could be told of.
    Callable.from(() => {
      if (!this.#isStopped) EngineDebugger.sendMessage(fromGame.here, []);
    }).callDeferred();
  }

  stop(): void {
    this.#isStopped = true;
    this.#unwatch();
    EngineDebugger.unregisterMessageCapture(PREFIX);
    EngineDebugger.sendMessage(fromGame.gone, []);
  }

  /** Returns whether it knows the message. */
  #receive(message: string, argument: unknown): boolean {
    if (message === toGame.watch) {
      this.#unwatch();
      if (argument === true) this.#watch();
    } else if (message === toGame.cancel) {
      this.#reader.find(Number(argument))?.cancel("cancelled in the editor");
    } else {
      return false;
    }
    return true;
  }

  #watch(): void {
    this.#history = new RowHistory();
    this.#nextAt = 0;
    this.#tree = Engine.getMainLoop() as SceneTree;
    this.#tree.processFrame.connect(this.#onFrame);
  }

  #unwatch(): void {
    this.#tree?.processFrame.disconnect(this.#onFrame);
    this.#tree = undefined;
  }

  #frame(): void {
    const now = this.#runtime.host.now();
    if (now < this.#nextAt) return;
    this.#nextAt = now + PERIOD_MSEC;
    const changes = this.#history.next(
      this.#reader.read(),
      Math.round(now),
      this.#runtime.taskCount,
    );
    EngineDebugger.sendMessage(fromGame.tasks, [encodeChanges(changes)]);
  }
}
