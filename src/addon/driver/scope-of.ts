import { Engine, Node, type SceneTree } from "godot";
import { Scope } from "../../executor";
import { listen, native, type SignalHandle } from "../../godot";

/** When the tasks of a node end: when it has left the tree, or only when it is freed. */
export type NodeScopeEnd = "exit" | "free";

export interface ScopeOfOptions {
  /** By default `exit`. */
  readonly until?: NodeScopeEnd | undefined;
}

const scopes = new WeakMap<Node, Partial<Record<NodeScopeEnd, NodeScope>>>();

/** Those whose node has left the tree, perhaps to come back within the frame. */
const leaving = new Set<NodeScope>();

/**
 * The scope of a node: its tasks are cancelled when the node leaves the tree for good, or is freed.
 * A node that is back at the end of the frame, such as after `reparent()`, has not left. For a node
 * that is not in the tree yet, the scope waits for it to enter.
 *
 * When to use: to start tasks for another node than the one whose code runs; tasks that a node's own
 * methods start belong to its scope anyway. `until: "free"` is for tasks that go on while the node is
 * out of the tree, such as one in a pool. The same node gives the same scope. It doesn't keep the node
 * alive, and listens to it only while it has tasks.
 *
 * @throws TypeError for anything but a node, or an unknown end.
 * @throws FreedObjectError when the node is freed.
 *
 * @example
 * scopeOf(enemy).spawn(() => patrol(enemy), { name: "patrol" });
 */
export function scopeOf(node: Node, options?: ScopeOfOptions): Scope {
  const until = options?.until ?? "exit";
  if (!(node instanceof Node)) {
    throw new TypeError(`scopeOf(node) needs a Node, but got ${String(node)}`);
  }
  if (until !== "exit" && until !== "free") {
    throw new TypeError(`scopeOf's until is "exit" or "free", but got ${JSON.stringify(until)}`);
  }
  // Which throws.
  if (!native.isAlive(node)) node.getInstanceId();
  let ofNode = scopes.get(node);
  if (ofNode === undefined) {
    ofNode = {};
    scopes.set(node, ofNode);
  }
  ofNode[until] ??= new NodeScope(node, until);
  return ofNode[until];
}

/** Those that have become empty in this frame. */
const idle = new Set<NodeScope>();

/** Cancels the tasks of the nodes that have left the tree and aren't back. For the end of a frame. */
export function cancelWhatHasLeft(): void {
  if (idle.size > 0) stopListening();
  if (leaving.size === 0) return;
  const scopesNow = [...leaving];
  leaving.clear();
  for (const scope of scopesNow) scope.decide();
}

function stopListening(): void {
  for (const scope of idle) scope.rest();
  idle.clear();
}

class NodeScope extends Scope {
  readonly #node: Node;
  readonly #until: NodeScopeEnd;
  #label: string;
  #unwatch: (() => void) | undefined;
  /** The scene that the node was in when it left the tree. */
  #scene: Node | undefined;
  #sceneLabel = "";

  constructor(node: Node, until: NodeScopeEnd) {
    super(node.constructor.name);
    this.#node = node;
    this.#until = until;
    this.#label = labelOf(node);
  }

  override get name(): string {
    return this.#label;
  }

  override get closing() {
    if (super.closing === undefined && !native.isAlive(this.#node)) this.#freed();
    return super.closing;
  }

  /** Outside of the tree nothing stops a node's tasks. */
  override canProcess(): boolean {
    const node = this.#node;
    return !native.isAlive(node) || !node.isInsideTree() || node.canProcess();
  }

  /** Where it is still empty, it hears of its node no more. */
  rest(): void {
    if (!this.isEmpty) return;
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  decide(): void {
    const node = this.#node;
    if (this.isEmpty || !native.isAlive(node)) return;
    if (this.#until === "exit" && !node.isInsideTree()) this.cancel(this.#whyGone("left the tree"));
    this.#scene = undefined;
  }

  protected override onFilled(): void {
    if (this.#unwatch !== undefined || !native.isAlive(this.#node)) return;
    this.#label = labelOf(this.#node);
    this.#watch();
  }

  protected override onEmptied(): void {
    leaving.delete(this);
    // Not at once: to listen and to stop costs more than a short task, and another often follows.
    idle.add(this);
  }

  #watch(): void {
    this.#unwatch = listen(
      this.#node.treeExiting as unknown as SignalHandle,
      () => this.#exiting(),
      () => {
        this.#unwatch = undefined;
        this.#freed();
      },
    );
  }

  #exiting(): void {
    const node = this.#node;
    const scene = (Engine.getMainLoop() as SceneTree | null)?.currentScene;
    if (scene != null && (scene === node || scene.isAncestorOf(node))) {
      this.#scene = scene;
      this.#sceneLabel = labelOf(scene);
    }
    leaving.add(this);
  }

  #freed(): void {
    leaving.delete(this);
    this.close(this.#whyGone("was freed"));
  }

  #whyGone(what: string): string {
    const scene = this.#scene;
    if (scene === undefined || (native.isAlive(scene) && scene.isInsideTree())) return `it ${what}`;
    return scene === this.#node
      ? `its scene has ended`
      : `${this.#sceneLabel}, its scene, has ended`;
  }
}

function labelOf(node: Node): string {
  const name = String(node.name);
  return name === "" ? node.constructor.name : `${node.constructor.name} "${name}"`;
}
