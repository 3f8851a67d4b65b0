import { newParking, type Parking } from "./parking";
import { quote } from "./quote";
import { SourceFreedError } from "./source-freed-error";
import { ParkedWait, type Wait, type WaitOptions } from "./wait";

/**
 * Something that emits: a signal of the engine, or anything that can be listened to.
 */
export interface SignalSource<A extends readonly unknown[] = readonly unknown[]> {
  /** How messages call it, such as `Timer.timeout`. */
  readonly name?: string | undefined;

  /**
   * The name, and where it is, such as `Timer.timeout of /root/Main/Timer`: for the report of a wait
   * that lasts too long. Asked for only then.
   */
  describe?(): string;

  /**
   * Calls `listener` at each emission, and `onFreed` when no more can come. Returns the
   * function that disconnects; it is called once, also after `onFreed`.
   */
  subscribe(listener: (...args: A) => void, onFreed: () => void): () => void;

  /**
   * Does what `subscribe` does, for a listener that is an object: it saves three functions for each
   * wait, which are a quarter of what a task that waits for a signal takes. Optional.
   *
   * @param resume - `inline` where the promises that are due are to run when the listener has heard,
   * before whoever emitted goes on
   */
  attach?(listener: SignalListener<A>, resume: Resume): Attachment;
}

/** When a wait goes on whose signal was emitted: in the next drain, or within the emission. */
export type Resume = "drain" | "inline";

/** What a {@link SignalSource} calls. */
export interface SignalListener<A extends readonly unknown[] = readonly unknown[]> {
  /** @param args - the same array for all who listen: not to be changed */
  emitted(args: A): void;
  /** No more can come. */
  freed(): void;
}

/** A listener that is attached to a source. */
export interface Attachment {
  /** Called once, also after `freed`. */
  detach(): void;
}

export interface OnceOptions extends WaitOptions {
  /**
   * `drain`: the task goes on in the next drain, after whoever emitted has gone on.
   * `inline`: it goes on within the emission, as GDScript's own `await` does, and so do all
   * other promises that are due; only where it is a promise's continuation that emits, that
   * one first goes on to its next await. By default `drain`.
   */
  readonly resume?: Resume | undefined;
}

/**
 * Waits for the next emission of a signal, and resolves to its arguments. It listens from
 * the call on, hears one emission, and disconnects on any end.
 *
 * When to use: for something that will happen once. A loop of `await once(signal)` sees
 * one emission a drain: {@link on} hears all of them, and `{ resume: "inline" }` keeps up with
 * the emitter, at the price of running in its call stack.
 *
 * @throws whatever the source throws when it can't be connected.
 * Rejects with {@link SourceFreedError} when the source is freed.
 *
 * @example
 * const [body] = await once(area.bodyEntered);
 */
export function once<A extends readonly unknown[]>(
  source: SignalSource<A>,
  options?: OnceOptions,
): Wait<A> {
  return signalWait(source, options).begin();
}

// Hot: a function of its own, into which V8 copies the constructor, as it doesn't into a task's loop.
function signalWait<A extends readonly unknown[]>(
  source: SignalSource<A>,
  options: OnceOptions | undefined,
): SignalWait<A> {
  if (typeof source?.subscribe !== "function") throw notASignal(source);
  const resume = options?.resume;
  if (resume !== undefined && resume !== "inline" && resume !== "drain") throw notAResume(resume);
  return new SignalWait(source, options);
}

function notASignal(source: unknown): TypeError {
  return new TypeError(`once(signal) needs a signal to wait for, but got ${quote(source)}`);
}

function notAResume(resume: unknown): TypeError {
  return new TypeError(`once's resume is "drain" or "inline", but got ${quote(resume)}`);
}

export class SignalWait<A extends readonly unknown[]>
  extends ParkedWait<A>
  implements SignalListener<A>
{
  readonly parking: Parking;
  readonly #source: SignalSource<A>;
  #attachment: Attachment | undefined;

  constructor(source: SignalSource<A>, options: OnceOptions | undefined) {
    super();
    this.parking = newParking(this, options);
    this.#source = source;
  }

  protected list(): void {
    const source = this.#source;
    const attachment =
      source.attach === undefined ? subscribe(source, this) : source.attach(this, this.resume);
    // The source may have emitted, or been freed, meanwhile.
    if (this.isParked) this.#attachment = attachment;
    else attachment.detach();
  }

  protected unlist(): void {
    this.#attachment?.detach();
    this.#attachment = undefined;
  }

  /** @internal */
  get resume(): Resume {
    return (this.parking.options as OnceOptions | undefined)?.resume ?? "drain";
  }

  /** @internal */
  emitted(args: A): void {
    if (this.resume === "inline") this.release(args);
    else this.settle(args);
  }

  /** @internal */
  freed(): void {
    this.fail(new SourceFreedError(this.#sourceName()));
  }

  protected describe(): string {
    return `once(${this.#sourceName()})`;
  }

  protected override describeFully(): string {
    return `once(${this.#source.describe?.() ?? this.#sourceName()})`;
  }

  #sourceName(): string {
    return this.#source.name ?? "a signal";
  }
}

function subscribe<A extends readonly unknown[]>(
  source: SignalSource<A>,
  wait: SignalWait<A>,
): Attachment {
  const detach = source.subscribe(
    (...args) => {
      wait.emitted(args);
      if (wait.resume === "inline") wait.runtime.host.runMicrotasks?.();
    },
    () => wait.freed(),
  );
  return { detach };
}
