// What the native host runs first: makes the modules, and does what the engine's life asks for.
import "./serve-modules";
import "./editor/export-plugin";
import "./editor/task-dock";
import { useAmbientSlot } from "../executor";
import { modules, native, setHostHooks } from "../godot";
import { lateDrain } from "./driver/async-executor-driver";
import { installProcessHandlers } from "./driver/engine-host";
import { runWaiting } from "./driver/engine-level";
import { installNodeCallbacks } from "./driver/node-callbacks";
import { quit, quitWhenPossible } from "./driver/quit";
import { beginQuitting } from "./driver/quitting";
import { registerRuntime, terminateRuntime } from "./driver/register-runtime";
import { showHelp } from "./editor/editor-help";
import { unregisterAsync } from "./for-gdscript/async-singleton";
import { loadGame } from "./game/game-bundle";
import { openInspector } from "./game/inspector";
import * as addon from "./index";
import { installConsole } from "./log/console";
import { reportError } from "./log/report";
import { installStackTraces } from "./log/stack-trace";
import { finishWork } from "./waits/engine-work";

/** The engine's scene classes are there. The editor's come one level later. */
const sceneLevel = 2;
const editorLevel = 3;

modules.set("godot-ts:addon", addon);
installStackTraces();
installConsole();
installProcessHandlers();
useAmbientSlot({ get: native.ambient, set: native.setAmbient });
installNodeCallbacks();

setHostHooks({
  report: reportError,
  initialize(level) {
    runWaiting();
    if (level === editorLevel) showHelp();
    if (level !== sceneLevel) return;
    openInspector();
    registerRuntime();
    loadGame();
  },
  frame() {
    quitWhenPossible();
    lateDrain();
  },
  shutdown() {
    beginQuitting();
    terminateRuntime("the engine quits");
    finishWork();
    unregisterAsync();
  },
  exit: quit,
});
