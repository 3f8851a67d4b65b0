import { EditorDebuggerPlugin, type EditorDebuggerSession, type Array as GodotArray } from "godot";
import { method } from "../../classes/method";
import { register } from "../../classes/register";
import { decodeChanges, fromGame, PREFIX, toGame } from "./messages";
import { TaskTab } from "./task-tab";

interface Session {
  readonly debugger: EditorDebuggerSession;
  readonly tab: TaskTab;
}

/**
 * Gives each session of the editor's debugger a tab with the tasks of the game that it runs.
 *
 * Not internal: plugin.gd makes one by its name, which Godot refuses for classes that are.
 */
@register({ tool: true })
export class GodotTsTaskDock extends EditorDebuggerPlugin {
  readonly #sessions = new Map<number, Session>();

  override _setupSession(id: number): void {
    const session = this.getSession(id);
    if (session === null) return;
    const tab = new TaskTab({
      get isRunning() {
        return session.isActive();
      },
      watch: (isWatched) => session.sendMessage(`${PREFIX}:${toGame.watch}`, [isWatched]),
      cancel: (key) => session.sendMessage(`${PREFIX}:${toGame.cancel}`, [key]),
    });
    session.started.connect(() => tab.start());
    session.stopped.connect(() => tab.stop());
    session.addSessionTab(tab.control);
    this.#sessions.set(id, { debugger: session, tab });
  }

  override _hasCapture(capture: string): boolean {
    return capture === PREFIX;
  }

  override _capture(message: string, data: GodotArray, sessionId: number): boolean {
    if (message !== fromGame.tasks) return false;
    this.#sessions.get(sessionId)?.tab.update(decodeChanges(String(data.get(0))));
    return true;
  }

  /** Takes the tabs away. To be called before the plugin is removed. */
  @method()
  removeTabs(): void {
    for (const session of this.#sessions.values()) {
      session.debugger.removeSessionTab(session.tab.control);
      session.tab.control.queueFree();
    }
    this.#sessions.clear();
  }
}
