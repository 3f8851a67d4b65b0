// In the game: tells the editor of the tasks, and cancels what it wants cancelled.
import { Callable, Engine, EngineDebugger, type Array as GodotArray, type SceneTree } from "godot";
import type { ParkedWait, Runtime } from "../../../executor";
import { encodeChanges, fromGame, PREFIX, toGame } from "./messages";
import { type RowChanges, RowHistory } from "./row-changes";
import { RowReader } from "./row-reader";

/** How often the editor is told, while it wants to be. */
const PERIOD_MSEC = 250;
/** More rows than this nobody looks through, and they take the game's time. */
const MAX_ROWS = 2000;

let server: TaskServer | undefined;
/** Whether the editor shows the tasks now. It doesn't know when a runtime takes another's place. */
let isWatched = false;

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

  constructor(runtime: Runtime, isStuck: (wait: ParkedWait<unknown>) => boolean) {
    this.#runtime = runtime;
    this.#reader = new RowReader(runtime, { limit: MAX_ROWS, isStuck });
    const capture = (message: string, data: GodotArray) => this.#receive(message, data.get(0));
    EngineDebugger.registerMessageCapture(PREFIX, Callable.from(capture));
    if (isWatched) this.#beginSoon();
  }

  stop(): void {
    EngineDebugger.unregisterMessageCapture(PREFIX);
    this.#end();
    if (isWatched) send(new RowHistory().next([], this.#now, 0));
  }

  /** Returns whether it knows the message. */
  #receive(message: string, argument: unknown): boolean {
    if (message === toGame.watch) {
      isWatched = argument === true;
      if (isWatched) this.#beginSoon();
      else this.#end();
    } else if (message === toGame.cancel) {
      this.#reader.find(Number(argument))?.cancel("cancelled in the editor");
    } else {
      return false;
    }
    return true;
  }

  /** Begins to tell, from all rows on. Not at once: while the game starts, there is no tree yet. */
  #beginSoon(): void {
    Callable.from(() => {
      if (server === this && isWatched) this.#begin();
    }).callDeferred();
  }

  #begin(): void {
    this.#end();
    this.#history = new RowHistory();
    this.#nextAt = 0;
    this.#tree = Engine.getMainLoop() as SceneTree;
    this.#tree.processFrame.connect(this.#onFrame);
  }

  #end(): void {
    this.#tree?.processFrame.disconnect(this.#onFrame);
    this.#tree = undefined;
  }

  #frame(): void {
    const now = this.#now;
    if (now < this.#nextAt) return;
    this.#nextAt = now + PERIOD_MSEC;
    send(this.#history.next(this.#reader.read(), now, this.#runtime.taskCount));
  }

  get #now(): number {
    return Math.round(this.#runtime.host.now());
  }
}

function send(changes: RowChanges): void {
  EngineDebugger.sendMessage(fromGame.tasks, [encodeChanges(changes)]);
}
