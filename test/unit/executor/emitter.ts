import type { SignalSource } from "../../../src/executor";

interface Subscriber<A extends readonly unknown[]> {
  readonly listener: (...args: A) => void;
  readonly onFreed: () => void;
}

/** A signal for tests. */
export class Emitter<A extends readonly unknown[]> implements SignalSource<A> {
  readonly name: string;
  readonly subscribers = new Set<Subscriber<A>>();

  constructor(name = "Emitter.emitted") {
    this.name = name;
  }

  subscribe(listener: (...args: A) => void, onFreed: () => void): () => void {
    const subscriber = { listener, onFreed };
    this.subscribers.add(subscriber);
    return () => this.subscribers.delete(subscriber);
  }

  emit(...args: A): void {
    for (const { listener } of [...this.subscribers]) listener(...args);
  }

  free(): void {
    for (const { onFreed } of [...this.subscribers]) onFreed();
  }
}
