import { Engine, type Node, RenderingServer } from "godot";
import type { Phase, Runtime } from "../../executor";

/** Those of the driver that runs the tasks now. */
let driven: ExtraPhases | undefined;

/** Has the driver, if there is one, drive a phase that somebody has begun to wait for. */
export function wantPhase(phase: Phase): void {
  driven?.want(phase);
}

/**
 * The phases that a driver drives only while somebody waits for them: a game that never does pays
 * nothing for them.
 *
 * The engine says when it draws; a frame in which it does not has its `preDraw` and `postDraw` at its
 * end.
 */
export class ExtraPhases {
  readonly #driver: Node;
  readonly #run: (phase: Phase, drawn: boolean) => void;
  readonly #onPreDraw = () => this.#run("preDraw", true);
  readonly #onPostDraw = () => this.#run("postDraw", true);
  #hasPhysics = false;
  #hasDraw = false;
  #framesDrawn = 0;

  /** @param driver - the node whose `_physicsProcess` is the phase `physics` */
  constructor(driver: Node, run: (phase: Phase, drawn: boolean) => void) {
    this.#driver = driver;
    this.#run = run;
  }

  get hasPhysics(): boolean {
    return this.#hasPhysics;
  }

  /** Drives from now on what is waited for, and what will be. */
  start(runtime: Runtime | undefined): void {
    driven = this;
    for (const phase of runtime?.usedPhases() ?? []) this.want(phase);
  }

  stop(): void {
    driven = undefined;
    this.#setPhysics(false);
    this.#setDraw(false);
  }

  want(phase: Phase): void {
    if (phase === "physics") this.#setPhysics(true);
    else if (phase === "preDraw" || phase === "postDraw") this.#setDraw(true);
  }

  /** Ends the frame: makes up for the drawing that was not, and drives no longer what nobody uses. */
  endFrame(runtime: Runtime): void {
    if (this.#hasDraw) {
      const framesDrawn = Engine.getFramesDrawn();
      const isDrawn = framesDrawn !== this.#framesDrawn;
      this.#framesDrawn = framesDrawn;
      if (!isDrawn) {
        this.#run("preDraw", false);
        this.#run("postDraw", false);
      }
      if (!runtime.isUsed("preDraw") && !runtime.isUsed("postDraw")) this.#setDraw(false);
    }
    if (this.#hasPhysics && !runtime.isUsed("physics")) this.#setPhysics(false);
  }

  #setPhysics(on: boolean): void {
    if (this.#hasPhysics === on) return;
    this.#hasPhysics = on;
    this.#driver.setPhysicsProcess(on);
  }

  #setDraw(on: boolean): void {
    if (this.#hasDraw === on) return;
    this.#hasDraw = on;
    this.#framesDrawn = Engine.getFramesDrawn();
    const { framePreDraw, framePostDraw } = RenderingServer;
    if (on) {
      framePreDraw.connect(this.#onPreDraw);
      framePostDraw.connect(this.#onPostDraw);
    } else {
      framePreDraw.disconnect(this.#onPreDraw);
      framePostDraw.disconnect(this.#onPostDraw);
    }
  }
}
