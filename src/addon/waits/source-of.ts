import { Node, type Signal } from "godot";
import type { Attachment, Resume, SignalListener, SignalSource } from "../../executor";
import { type AnyFunction, hubFor, listen, type SignalHandle, type SignalHub } from "../../godot";

/** What waits for emissions take: a signal of the engine, or anything that can be listened to. */
export type Emitting<A extends readonly unknown[]> = SignalSource<A> | Signal<A & unknown[]>;

/**
 * What the executor listens to.
 *
 * @param what the call that wants to, for the error.
 */
export function sourceOf<A extends readonly unknown[]>(
  what: string,
  signal: Emitting<A>,
): SignalSource<A> {
  // Hot: in a loop of inline waits, a new one each time was a fifth of the cost.
  const known = (signal as unknown as SourceHolder | undefined)?.[sourceKey];
  return known === undefined ? newSourceOf(what, signal) : (known as unknown as SignalSource<A>);
}

function newSourceOf<A extends readonly unknown[]>(
  what: string,
  signal: Emitting<A>,
): SignalSource<A> {
  if (typeof (signal as SignalSource<A> | undefined)?.subscribe === "function") {
    return signal as SignalSource<A>;
  }
  const handle = signal as unknown as SourceHolder | undefined;
  if (typeof handle?.getObject !== "function") {
    throw new TypeError(`${what}(signal) needs a signal to wait for, but got ${String(signal)}`);
  }
  handle[sourceKey] = new EngineSource(handle);
  return handle[sourceKey] as unknown as SignalSource<A>;
}

const sourceKey = Symbol("source");

interface SourceHolder extends SignalHandle {
  [sourceKey]?: EngineSource;
}

class EngineSource implements SignalSource {
  readonly #signal: SignalHandle;
  readonly #hub: SignalHub;
  readonly #className: string;

  constructor(signal: SignalHandle) {
    this.#signal = signal;
    this.#hub = hubFor(signal);
    this.#className = signal.getObject()?.constructor.name ?? "freed object";
  }

  get name(): string {
    return `${this.#className}.${this.#signal.name}`;
  }

  describe(): string {
    const object = this.#signal.getObject();
    if (!(object instanceof Node)) return this.name;
    return object.isInsideTree()
      ? `${this.name} of ${object.getPath()}`
      : `${this.name} of "${object.name}", which is outside of the tree`;
  }

  subscribe(listener: AnyFunction, onFreed: () => void): () => void {
    return listen(this.#signal, listener, onFreed);
  }

  attach(listener: SignalListener, resume: Resume): Attachment {
    return (resume === "inline" ? this.#hub.inline : this.#hub).add(listener);
  }
}
