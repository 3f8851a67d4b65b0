import type { LocalSpawn } from "./local-spawn";
import { quote } from "./quote";
import { SpawnError } from "./spawn-error";

let executor: LocalSpawn | undefined;

/**
 * Installs the executor that {@link spawn} gives tasks to, in place of the one before.
 * Tasks stay with the executor they were started on. `undefined` takes it away.
 */
export function setExecutor(spawner: LocalSpawn | undefined): void {
  if (spawner !== undefined && typeof spawner?.spawnLocal !== "function") {
    throw new TypeError(
      `setExecutor needs an object with spawnLocal(future), but got ${quote(spawner)}`,
    );
  }
  executor = spawner;
}

/**
 * Installs the executor where none is installed.
 *
 * @throws Error when one is installed already.
 */
export function ensureExecutor(spawner: LocalSpawn): void {
  if (executor !== undefined) {
    throw new Error("an executor is installed already; setExecutor would replace it");
  }
  setExecutor(spawner);
}

/**
 * The installed executor. {@link tryGetExecutor} is the form that doesn't throw.
 *
 * @throws SpawnError when none is installed.
 */
export function getExecutor(): LocalSpawn {
  if (executor === undefined) {
    throw new SpawnError(
      "noExecutor",
      "no executor is installed: call setExecutor(new LocalPool()) first",
    );
  }
  return executor;
}

/** The installed executor, if any. */
export function tryGetExecutor(): LocalSpawn | undefined {
  return executor;
}
