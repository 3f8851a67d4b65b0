// What the native host runs first: makes the modules, and does what the engine's life asks for.
import "./serve-modules";
import "./export-plugin";
import "./task-dock";
import { modules, setHostHooks } from "../godot";
import { lateDrain } from "./async-executor-driver";
import { unregisterAsync } from "./async-singleton";
import { installConsole } from "./console";
import { showHelp } from "./editor-help";
import { installProcessHandlers } from "./engine-host";
import { runWaiting } from "./engine-level";
import { finishWork } from "./engine-work";
import { loadGame } from "./game-bundle";
import * as addon from "./index";
import { openInspector } from "./inspector";
import { installNodeCallbacks } from "./node-callbacks";
import { quit, quitWhenPossible } from "./quit";
import { beginQuitting } from "./quitting";
import { registerRuntime, terminateRuntime } from "./register-runtime";
import { reportError } from "./report";
import { installStackTraces } from "./stack-trace";

/** The engine's scene classes are there. The editor's come one level later. */
const sceneLevel = 2;
const editorLevel = 3;

modules.set("godot-ts:addon", addon);
installStackTraces();
installConsole();
installProcessHandlers();
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
