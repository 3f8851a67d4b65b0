import type { Phase } from "./phase";
import type { Priority } from "./priority";

/**
 * A piece of work that an executor advances: the start of a task, or the end of a wait.
 *
 * When to use: implement it only to put work of another kind into a {@link LocalPool}.
 * Games use {@link spawn}.
 */
export interface LocalFuture {
  readonly name: string;

  /** Advances the work. Called once for every time it was spawned. */
  poll(): void;

  /** True when the last poll left nothing behind for the microtask queue to run. */
  readonly isParked?: boolean;

  /** The phase whose next drain advances it; by default `process` or `late`, what comes first. */
  readonly phase?: Phase | undefined;

  /** By default `normal`. */
  readonly priority?: Priority | undefined;
}

/**
 * What can be installed as the executor: anything that takes futures on this thread.
 *
 * When to use: with {@link setExecutor}, to run tasks on a scheduler of your own.
 * The usual one is {@link LocalPool}.
 *
 * The contract: each call polls the future once, later and never within the call, in
 * the order of the calls. A future that waits spawns itself again when it can go on.
 */
export interface LocalSpawn {
  /** @throws SpawnError when the future cannot be taken. */
  spawnLocal(future: LocalFuture): void;
}
