import type { Host } from "./host";
import { LocalPool } from "./local-pool";
import type { Runtime, RuntimeFeatures } from "./runtime";

type Make = (host: Host, pool: LocalPool, features: RuntimeFeatures) => Runtime;

/**
 * Builds a {@link Runtime} with what it needs: nothing is enabled unless it is asked for.
 *
 * @example
 * const runtime = Runtime.builder().enableIo().enableTime().build(host, pool);
 */
export class RuntimeBuilder {
  readonly #make: Make;
  #io = false;
  #time = false;

  constructor(make: Make) {
    this.#make = make;
  }

  /** Turns the host's event loop once a frame: network, files, everything of the platform. */
  enableIo(): this {
    this.#io = true;
    return this;
  }

  /** Keeps timers: {@link sleep}. */
  enableTime(): this {
    this.#time = true;
    return this;
  }

  enableAll(): this {
    return this.enableIo().enableTime();
  }

  /** @param pool what the runtime drains: the pool to install with `setExecutor`. */
  build(host: Host, pool: LocalPool = new LocalPool()): Runtime {
    return this.#make(host, pool, { io: this.#io, time: this.#time });
  }
}
