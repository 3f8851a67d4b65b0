import type { Object as GodotObject } from "godot";
import { PolledWait, type WaitOptions } from "../../executor";
import { native } from "../../godot";
import { labelOf, SourceListener } from "./source-listener";

/**
 * A wait for something that an object of the engine does: it listens to the object's signals, and
 * checks it once a frame, for what no signal tells of.
 *
 * When to use: to make a new wait for an object that can also end otherwise than by its signal, such
 * as being stopped. Both `listen` and `check` end the wait by `settle` and `fail`; what they throw, it
 * fails with.
 */
export abstract class EngineWait<T> extends PolledWait<T> {
  /** What messages call the object. */
  protected readonly label: string;
  protected readonly source: SourceListener;

  constructor(object: GodotObject, options: WaitOptions | undefined) {
    super(options);
    this.label = labelOf(object);
    this.source = new SourceListener(this.label, (error) => this.fail(error));
  }

  protected override list(): void {
    try {
      this.check();
      if (this.isParked) this.listen();
      if (this.isParked) super.list();
    } catch (error) {
      this.fail(error);
    }
  }

  protected override unlist(): void {
    super.unlist();
    this.source.end();
  }

  protected look(): boolean {
    this.check();
    return false;
  }

  protected found(): T {
    throw new Error("a wait that never finds by looking has found nothing");
  }

  /** Connects to the signals that end the wait, by `source.hear`. */
  protected abstract listen(): void;

  /** Called when the wait begins, and once a frame. */
  protected abstract check(): void;
}

/** @throws TypeError unless it is an object of one of those classes. */
export function requireObject(
  object: unknown,
  classes: readonly (abstract new (...args: never[]) => GodotObject)[],
  caller: string,
): void {
  if (classes.some((Class) => object instanceof Class)) return;
  const names = classes.map(({ name }) => name).join(", ");
  const given = native.stringify(object);
  throw new TypeError(`${caller} needs an object of ${names}, but got ${given}`);
}
