import type { Node } from "godot";
import type { WaitOptions } from "../../executor";
import { EngineWait } from "./engine-wait";
import { type PlaybackEnd, PlaybackStoppedError } from "./playback-stopped-error";

/** Waits for the end of what a node plays, and fails when it is stopped or leaves the tree. */
export abstract class PlaybackWait<T> extends EngineWait<T> {
  readonly #node: Node;
  #wasInTree: boolean;

  constructor(node: Node, options: WaitOptions | undefined) {
    super(node, options);
    this.#node = node;
    this.#wasInTree = node.isInsideTree();
  }

  /** What is played, as messages call it. */
  protected abstract what(): string;

  protected check(): void {
    // Asked once a frame: a node that only moves within the tree has arrived by then.
    const isInTree = this.#node.isInsideTree();
    if (this.#wasInTree && !isInTree) throw this.stopped("left the tree");
    this.#wasInTree = isInTree;
  }

  protected stopped(reason: PlaybackEnd, by?: string): PlaybackStoppedError {
    return new PlaybackStoppedError(this.what(), reason, by);
  }

  protected override describe(): string {
    return `the end of ${this.what()}`;
  }
}
