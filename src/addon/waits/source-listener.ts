import { type Object as GodotObject, Node, type Signal } from "godot";
import { SourceFreedError } from "../../executor";
import { listen, native, type SignalHandle } from "../../godot";

/**
 * The connections of one wait to the signals of one object, which end together.
 *
 * When to use: in a wait that hears more than one signal, or more than one emission. For the next
 * emission of one signal there is `once`.
 */
export class SourceListener {
  readonly #label: string;
  readonly #disconnects: (() => void)[] = [];
  readonly #onFreed: (error: SourceFreedError) => void;

  /**
   * @param label what messages call the object, also when it is gone: see {@link labelOf}.
   * @param onFreed called once, with the error to reject with, when the object is freed.
   */
  constructor(label: string, onFreed: (error: SourceFreedError) => void) {
    this.#label = label;
    this.#onFreed = onFreed;
  }

  /** Calls `listener` at each emission, until {@link end}. */
  hear<A extends unknown[]>(signal: Signal<A>, listener: (...args: A) => void): void {
    const handle = signal as unknown as SignalHandle;
    this.#disconnects.push(listen(handle, listener, () => this.#freed()));
  }

  /** Disconnects all. Harmless twice. */
  end(): void {
    for (const disconnect of this.#disconnects.splice(0)) disconnect();
  }

  #freed(): void {
    // The engine is taking the object apart: there is nothing left to disconnect from.
    if (this.#disconnects.splice(0).length > 0) this.#onFreed(new SourceFreedError(this.#label));
  }
}

/** What messages call an object of the engine: `AnimationPlayer "Gate"`. */
export function labelOf(object: GodotObject): string {
  const className = object.constructor.name;
  if (!native.isAlive(object)) return `a freed ${className}`;
  return object instanceof Node && object.name !== "" ? `${className} "${object.name}"` : className;
}
