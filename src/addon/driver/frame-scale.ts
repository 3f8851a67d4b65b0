import { Engine, type Node } from "godot";

/**
 * Tells by which time scale the engine has made a frame's delta. It takes the scale when an iteration of
 * the main loop begins: whoever changes it later, as in a physics tick, changes it for the next frame.
 */
export class FrameScale {
  readonly #node: Node;
  #scaleBefore = 1;
  #ticksBefore = 0;

  /** @param node - any node that is in the tree when it is asked. */
  constructor(node: Node) {
    this.#node = node;
  }

  /** Tells it of the frame that goes on, before its nodes are processed. */
  scaleOf(delta: number): number {
    const scale = Engine.timeScale;
    return scale === this.#scaleBefore ? scale : this.#scaleOfChanged(delta, scale);
  }

  /** Remembers what is so at the end of a frame. */
  endFrame(): void {
    this.#scaleBefore = Engine.timeScale;
    this.#ticksBefore = Engine.getPhysicsFrames();
  }

  #scaleOfChanged(delta: number, scale: number): number {
    if (Engine.getPhysicsFrames() !== this.#ticksBefore) {
      // The delta of a tick is as long as a tick, scaled alike.
      return this.#node.getPhysicsProcessDeltaTime() * Engine.physicsTicksPerSecond;
    }
    // It was changed before the iteration, as by an input, or in it. The larger scale makes the frame
    // short: then the time that is not scaled may lose a part of this frame, but never leaps.
    return delta === 0 ? 0 : Math.max(scale, this.#scaleBefore);
  }
}
