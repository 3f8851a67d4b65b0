import type { FrameQueue } from "./frame-queue";
import type { Outlook } from "./outlook";
import { newParking, type Parking } from "./parking";
import type { DrawPhase, Phase } from "./phase";
import { scopeAround } from "./process-watch";
import { quote } from "./quote";
import type { Scope } from "./scope";
import { ParkedWait, type Wait, type WaitOptions } from "./wait";

/** What a wait for `preDraw` or `postDraw` resolves to. */
export interface DrawnFrame {
  /** False where nothing is drawn: without a window, or with one that can't be seen. */
  readonly drawn: boolean;
}

/**
 * Waits for the next frame: for the next drain of the phase, by default `process`. A phase that is
 * still to come in this frame is waited for in this one. Exact: the frame budget never delays it.
 * Frames in which the node whose task it is can't process don't count.
 *
 * When to use: to do a bit of work each frame. To let others run without waiting for a
 * frame there is {@link yieldNow}.
 *
 * @example
 * while (door.angle < 90) {
 *   door.angle += 1;
 *   await nextFrame();
 * }
 * const { drawn } = await nextFrame({ phase: "postDraw" });
 */
export function nextFrame(options: WaitOptions & { readonly phase: DrawPhase }): Wait<DrawnFrame>;
export function nextFrame(options?: WaitOptions): Wait<void>;
export function nextFrame(options?: WaitOptions): Wait<unknown> {
  return new FrameWait(1, options).begin();
}

/**
 * Waits for `count` frames: for so many drains of the phase, by default `process`. Exact: the frame
 * budget never delays it. Zero frames are over at once, in the next drain.
 *
 * @throws RangeError when `count` is not a whole number, 0 or more.
 */
export function frames(count: number, options?: WaitOptions): Wait<void> {
  return waitFor("frames", count, options);
}

/**
 * Waits for the next physics tick, and goes on in it, before the nodes' own. A frame may have
 * none, one or several.
 *
 * When to use: to move bodies, or anything that must go the same way at any frame rate.
 *
 * @example
 * for (;;) {
 *   await physicsFrame();
 *   body.applyCentralForce(wind);
 * }
 */
export function physicsFrame(options?: Omit<WaitOptions, "phase">): Wait<void> {
  return physicsFrames(1, options);
}

/**
 * Waits for `count` physics ticks. For a duration in seconds of them there is
 * `sleep(seconds, { clock: "physics" })`.
 *
 * @throws RangeError when `count` is not a whole number, 0 or more.
 */
export function physicsFrames(count: number, options?: Omit<WaitOptions, "phase">): Wait<void> {
  return waitFor(
    "physicsFrames",
    count,
    options === undefined ? inPhysics : { ...options, ...inPhysics },
  );
}

const inPhysics = { phase: "physics" } as const;

function waitFor(name: string, count: number, options: WaitOptions | undefined): Wait<void> {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new RangeError(
      `${name}(count) needs a whole number of frames, 0 or more, but got ${quote(count)}`,
    );
  }
  return new FrameWait(count, options).begin();
}

export class FrameWait<T = void> extends ParkedWait<T> {
  readonly parking: Parking;
  readonly #count: number;
  /** The scope that says whether frames pass for the owner; undefined where all do. */
  readonly #scope: Scope | undefined;
  /** How many frames are left after the one that is due. */
  #left: number;

  constructor(count: number, options: WaitOptions | undefined) {
    super();
    this.parking = newParking(this, options);
    this.#count = count;
    this.#scope = scopeAround(this.owner);
    // In a scope each frame is looked at, since it may not count.
    this.#left = this.#scope === undefined || count === 0 ? 0 : count - 1;
  }

  override release(value: T): void {
    if (!this.isParked || this.putOff()) return;
    this.runtime.host.onAdvance?.(this.parking);
    this.parking.releaseUnlisted(value);
  }

  /**
   * Where the frame isn't the last one, or doesn't count since the owner can't process, waits for the
   * next one, and returns true.
   */
  protected putOff(): boolean {
    if (this.#scope === undefined) return false;
    const counts = this.#scope.canProcessIn(this.runtime.turn);
    if (counts && this.#left === 0) return false;
    if (counts) this.#left--;
    this.waitOn();
    return true;
  }

  /** Waits for the next frame as well. */
  protected waitOn(): void {
    this.#frames().add(this.parking, 1);
  }

  override get outlook(): Outlook {
    return "sure";
  }

  protected list(): void {
    if (this.#count === 0) this.settle(undefined as T);
    else this.#frames().add(this.parking, this.#count - this.#left);
  }

  protected unlist(): void {
    this.#frames().remove(this.parking);
  }

  protected describe(): string {
    return describe(this.#count, this.phase);
  }

  #frames(): FrameQueue {
    const { runtime, phase } = this.parking;
    // Hot: the process phase, where nothing else is said.
    return phase === undefined ? runtime.frames : runtime.phases.framesOf(phase);
  }
}

function describe(count: number, phase: Phase | undefined): string {
  if (phase === "physics") return count === 1 ? "physicsFrame()" : `physicsFrames(${count})`;
  const what = count === 1 ? "nextFrame()" : `frames(${count})`;
  return phase === undefined ? what : `${what} in the phase ${phase}`;
}
